package ru.freesport.console.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallOutcome;

/** Finds out at the provider what became of an operation whose key it has forgotten: reads what it made and looks for ours. */
@Component
class OperationLookup {

    /** Our clock and the provider's may differ by as much. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final Duration KEY = Duration.ofHours(25);

    private final PaymentGateway gateway;
    private final PaymentTable payments;
    private final RefundTable refunds;
    private final ReceiptTable receipts;
    private final PaymentTransitions paymentTransitions;
    private final RefundTransitions refundTransitions;
    private final ReceiptTransitions receiptTransitions;

    OperationLookup(
            PaymentGateway gateway,
            PaymentTable payments,
            RefundTable refunds,
            ReceiptTable receipts,
            PaymentTransitions paymentTransitions,
            RefundTransitions refundTransitions,
            ReceiptTransitions receiptTransitions) {
        this.gateway = gateway;
        this.payments = payments;
        this.refunds = refunds;
        this.receipts = receipts;
        this.paymentTransitions = paymentTransitions;
        this.refundTransitions = refundTransitions;
        this.receiptTransitions = receiptTransitions;
    }

    enum Finding {
        FOUND,
        /** The provider was read to the end and has nothing of ours. */
        ABSENT,
        /** It was not done and can be, under a new key. */
        STILL_TO_DO,
        /** The provider could not be read. */
        NOT_KNOWN
    }

    Finding find(Operation operation) {
        Payment payment = payments.find(operation.paymentId()).orElseThrow();
        return switch (operation.kind()) {
            case CREATE -> payment.providerId() == null ? creation(operation, payment) : Finding.FOUND;
            case CAPTURE, CANCEL -> decision(payment);
            case REFUND -> refund(operation, payment);
            case RECEIPT -> receipt(operation, payment);
        };
    }

    private Finding creation(Operation operation, Payment payment) {
        Instant since = Objects.requireNonNullElse(operation.keySince(), payment.createdAt());
        if (!(gateway.payments(since.minus(SKEW), since.plus(KEY))
                instanceof CallOutcome.Succeeded<List<SeenPayment>> listed)) {
            return Finding.NOT_KNOWN;
        }
        Optional<SeenPayment> ours = listed.answer().stream()
                .filter(seen -> payment.id().equals(seen.paymentId()))
                .findFirst();
        ours.ifPresent(seen -> paymentTransitions.see(gateway.name(), seen, Source.LOOKUP));
        return ours.isPresent() ? Finding.FOUND : Finding.ABSENT;
    }

    private Finding decision(Payment payment) {
        if (!(gateway.payment(Objects.requireNonNull(payment.providerId()))
                instanceof CallOutcome.Succeeded<SeenPayment> seen)) {
            return Finding.NOT_KNOWN;
        }
        paymentTransitions.see(gateway.name(), seen.answer(), Source.LOOKUP);
        return seen.answer().state() == PaymentState.WAITING_FOR_CAPTURE ? Finding.STILL_TO_DO : Finding.FOUND;
    }

    private Finding refund(Operation operation, Payment payment) {
        Refund refund =
                refunds.find(Objects.requireNonNull(operation.refundId())).orElseThrow();
        if (refund.providerId() != null) {
            return Finding.FOUND;
        }
        if (!(gateway.refundsOf(Objects.requireNonNull(payment.providerId()))
                instanceof CallOutcome.Succeeded<List<SeenRefund>> listed)) {
            return Finding.NOT_KNOWN;
        }
        Optional<SeenRefund> ours = listed.answer().stream()
                .filter(seen -> refund.id().equals(seen.refundId()))
                .findFirst();
        ours.ifPresent(seen -> refundTransitions.see(gateway.name(), seen, Source.LOOKUP));
        return ours.isPresent() ? Finding.FOUND : Finding.ABSENT;
    }

    /** A receipt carries no number of ours: one of the right owner that no other record here has is ours. */
    private Finding receipt(Operation operation, Payment payment) {
        Receipt receipt =
                receipts.find(Objects.requireNonNull(operation.receiptId())).orElseThrow();
        String refundNumber = receipt.refundId() == null
                ? null
                : refunds.find(receipt.refundId()).orElseThrow().providerId();
        if (!(gateway.receiptsOf(Objects.requireNonNull(payment.providerId()), refundNumber)
                instanceof CallOutcome.Succeeded<List<SeenReceipt>> listed)) {
            return Finding.NOT_KNOWN;
        }
        Optional<SeenReceipt> ours = listed.answer().stream()
                .filter(seen -> !receipts.isKnown(seen.providerId()))
                .findFirst();
        ours.ifPresent(seen -> receiptTransitions.see(receipt.id(), seen));
        return ours.isPresent() ? Finding.FOUND : Finding.ABSENT;
    }
}
