package ru.freesport.console.payments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;

/** Asks the provider how payments, refunds and receipts stand, and brings what it shows to where they change. */
@Component
class PaymentAsking {

    private final PaymentGateway gateway;
    private final RefundTable refundTable;
    private final PaymentTable paymentTable;
    private final ReceiptTable receiptTable;
    private final PaymentTransitions payments;
    private final RefundTransitions refunds;
    private final ReceiptTransitions receipts;

    PaymentAsking(
            PaymentGateway gateway,
            RefundTable refundTable,
            PaymentTable paymentTable,
            ReceiptTable receiptTable,
            PaymentTransitions payments,
            RefundTransitions refunds,
            ReceiptTransitions receipts) {
        this.gateway = gateway;
        this.refundTable = refundTable;
        this.paymentTable = paymentTable;
        this.receiptTable = receiptTable;
        this.payments = payments;
        this.refunds = refunds;
        this.receipts = receipts;
    }

    /** Empty when the provider could not be asked. */
    Optional<SeenPayment> ask(Payment payment) {
        return switch (gateway.payment(Objects.requireNonNull(payment.providerId()))) {
            case CallOutcome.Succeeded<SeenPayment> seen -> {
                payments.see(gateway.name(), seen.answer(), Source.LOOKUP);
                yield Optional.of(seen.answer());
            }
            case CallOutcome.Rejected<SeenPayment> none
            when none.error() == CallError.BUSINESS_LOGIC_ERROR -> {
                payments.vanished(payment.id());
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The payment with its refunds, those that were made elsewhere included, and its receipts. */
    void askAll(Payment payment) {
        ask(payment).ifPresent(seen -> {
            boolean isMoreThere = seen.refunded().isMoreThan(payment.refunded());
            boolean isOpenHere = refundTable.of(payment.id()).stream()
                    .anyMatch(refund -> !refund.state().isFinal());
            if (isMoreThere || isOpenHere) {
                refundsOf(payment);
            }
        });
        receiptTable.of(payment.id()).stream()
                .filter(receipt -> !receipt.state().isFinal())
                .forEach(this::ask);
    }

    void refundsOf(Payment payment) {
        if (gateway.refundsOf(Objects.requireNonNull(payment.providerId()))
                instanceof CallOutcome.Succeeded<List<SeenRefund>> listed) {
            listed.answer().forEach(seen -> refunds.see(gateway.name(), seen, Source.LOOKUP));
        }
    }

    void ask(Refund refund) {
        if (gateway.refund(Objects.requireNonNull(refund.providerId()))
                instanceof CallOutcome.Succeeded<SeenRefund> seen) {
            refunds.see(gateway.name(), seen.answer(), Source.LOOKUP);
        }
    }

    void ask(Receipt receipt) {
        String number = receipt.providerId();
        if (number != null) {
            if (gateway.receipt(number) instanceof CallOutcome.Succeeded<SeenReceipt> seen) {
                receipts.see(receipt.id(), seen.answer());
            }
            return;
        }
        Payment payment = paymentTable.find(receipt.paymentId()).orElseThrow();
        String refund = receipt.refundId() == null
                ? null
                : refundTable.find(receipt.refundId()).orElseThrow().providerId();
        if (gateway.receiptsOf(Objects.requireNonNull(payment.providerId()), refund)
                instanceof CallOutcome.Succeeded<List<SeenReceipt>> listed) {
            listed.answer().stream()
                    .filter(seen -> !receiptTable.isKnown(seen.providerId()))
                    .findFirst()
                    .ifPresentOrElse(
                            seen -> receipts.see(receipt.id(), seen), () -> receipts.notThereYet(receipt.id()));
        }
    }
}
