package ru.freesport.console.payments;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;

/** Fiscal receipts (54-FZ): those the provider makes with payments and refunds are watched, and a failed one gets another. */
@Service
public class Receipts {

    private final PaymentTable payments;
    private final RefundTable refunds;
    private final ReceiptTable table;
    private final RefundPlanning planning;
    private final OperationTable operations;
    private final PaymentEvents events;
    private final PaymentGateway gateway;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Clock clock;

    Receipts(
            PaymentTable payments,
            RefundTable refunds,
            ReceiptTable table,
            RefundPlanning planning,
            OperationTable operations,
            PaymentEvents events,
            PaymentGateway gateway,
            AuditLog audit,
            CurrentUser user,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.table = table;
        this.planning = planning;
        this.operations = operations;
        this.events = events;
        this.gateway = gateway;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Asks for a receipt in place of one that failed; the call goes out after the commit.
     *
     * @throws IllegalArgumentException when it has not failed, has a successor already, or nothing is known of what was paid for
     */
    @PreAuthorize("hasAnyRole('ADMIN', 'FINANCE', 'SUPPORT', 'OPERATIONS')")
    @Transactional
    public Receipt retry(UUID failedId, String reason) {
        Receipt failed = table.lock(failedId).orElseThrow();
        List<Receipt> all = table.of(failed.paymentId());
        if (!failed.state().isFailed()
                || all.stream()
                        .anyMatch(one -> failedId.equals(one.replacesId())
                                && !one.state().isFailed())) {
            throw new IllegalArgumentException("Only a failed receipt is asked for again: " + failed.state());
        }
        Payment payment = payments.find(failed.paymentId()).orElseThrow();
        Refund refund = failed.refundId() == null
                ? null
                : refunds.find(failed.refundId()).orElseThrow();
        List<ReceiptItem> items = refund == null ? ofPayment(payment) : planning.items(payment, refund);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Nothing is known of what was paid for");
        }
        UUID id = UUID.randomUUID();
        table.insert(
                id,
                payment.id(),
                failed.refundId(),
                failed.amount(),
                ReceiptState.SENDING,
                failedId,
                clock.instant(),
                null);
        operations.insert(
                Operation.Kind.RECEIPT,
                payment.id(),
                failed.refundId(),
                id,
                failed.amount(),
                gateway.receipt(payment, refund == null ? null : refund.providerId(), failed.amount(), items));
        Receipt receipt = table.find(id).orElseThrow();
        events.ofReceipt(receipt, PaymentEvent.Kind.RECEIPT_ASKED, null);
        audit.record(
                user.actor(),
                "payments.receipt.retried",
                "payment:" + payment.id(),
                failed.state().name(),
                ReceiptState.SENDING.name(),
                reason.strip());
        return receipt;
    }

    private List<ReceiptItem> ofPayment(Payment payment) {
        List<PaymentLine> lines = payments.lines(payment.id());
        return payment.captured().equals(payment.amount())
                ? ReceiptItems.of(lines)
                : lines.isEmpty() ? List.of() : ReceiptItems.spread(payment.captured(), lines);
    }
}
