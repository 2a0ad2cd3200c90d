package ru.freesport.console.payments;

import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;

/** Brings what came of a call to the payment, refund or receipt it was about. */
@Component
class OperationOutcomes {

    private final PaymentGateway gateway;
    private final PaymentTable table;
    private final PaymentTransitions payments;
    private final RefundTransitions refunds;
    private final ReceiptTransitions receipts;
    private final PaymentEvents events;
    private final ApplicationEventPublisher publisher;

    OperationOutcomes(
            PaymentGateway gateway,
            PaymentTable table,
            PaymentTransitions payments,
            RefundTransitions refunds,
            ReceiptTransitions receipts,
            PaymentEvents events,
            ApplicationEventPublisher publisher) {
        this.gateway = gateway;
        this.table = table;
        this.payments = payments;
        this.refunds = refunds;
        this.receipts = receipts;
        this.events = events;
        this.publisher = publisher;
    }

    void answered(Operation operation, Object answer) {
        switch (answer) {
            case SeenPayment payment -> payments.see(gateway.name(), payment, Source.ANSWER);
            case SeenRefund refund -> refunds.see(gateway.name(), refund, Source.ANSWER);
            case SeenReceipt receipt -> receipts.see(Objects.requireNonNull(operation.receiptId()), receipt);
            default -> throw new IllegalStateException("Nobody asked for " + answer);
        }
    }

    /** The provider judged it and did nothing. */
    void refused(Operation operation, String text) {
        switch (operation.kind()) {
            case CREATE ->
                payments.cameToNothing(operation.paymentId(), new CancellationCause("refused", text), Source.ANSWER);
            case REFUND ->
                refunds.rejected(
                        Objects.requireNonNull(operation.refundId()),
                        new CancellationCause("refused", text),
                        Source.ANSWER);
            case RECEIPT -> receipts.rejected(Objects.requireNonNull(operation.receiptId()), text);
            case CAPTURE, CANCEL -> {
                events.note(operation.paymentId(), PaymentEvent.Kind.REFUSED, text);
                // what it was refused for is told by the payment itself
                askNow(operation);
            }
        }
    }

    /** The provider surely has not got it. */
    void absent(Operation operation) {
        CancellationCause cause = CancellationCause.here("not_found");
        switch (operation.kind()) {
            case CREATE -> payments.cameToNothing(operation.paymentId(), cause, Source.LOOKUP);
            case REFUND -> refunds.rejected(Objects.requireNonNull(operation.refundId()), cause, Source.LOOKUP);
            case RECEIPT -> receipts.rejected(Objects.requireNonNull(operation.receiptId()), "not_found");
            case CAPTURE, CANCEL -> throw new IllegalStateException("A payment itself tells of " + operation);
        }
    }

    void unknown(Operation operation, CallOutcome.Unknown<?> lost) {
        boolean isFirst = operation.state() != Operation.State.UNKNOWN;
        if (isFirst) {
            events.note(operation.paymentId(), PaymentEvent.Kind.ANSWER_LOST, operation.kind() + ": " + lost.text());
        }
        if (lost.error() == CallError.DATA_FORMAT_ERROR && lost.text().contains("Idempotence-Key")) {
            publisher.publishEvent(new PaymentTrouble(
                    PaymentTrouble.Kind.KEY_REUSED, operation.paymentId(), operation.key(), lost.text()));
        }
        switch (operation.kind()) {
            case CREATE -> payments.unknown(operation.paymentId());
            case REFUND -> refunds.unknown(Objects.requireNonNull(operation.refundId()));
            case RECEIPT -> receipts.unknown(Objects.requireNonNull(operation.receiptId()));
            case CAPTURE, CANCEL -> {
                // the payment itself is known; what was asked of it is not
            }
        }
    }

    void notSent(Operation operation, String text) {
        if (operation.attempts() == 1) {
            events.note(operation.paymentId(), PaymentEvent.Kind.NOT_SENT, operation.kind() + ": " + text);
        }
    }

    private void askNow(Operation operation) {
        Optional.ofNullable(table.find(operation.paymentId()).orElseThrow().providerId())
                .map(gateway::payment)
                .ifPresent(outcome -> {
                    if (outcome instanceof CallOutcome.Succeeded<SeenPayment> seen) {
                        payments.see(gateway.name(), seen.answer(), Source.LOOKUP);
                    }
                });
    }
}
