package ru.freesport.console.payments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.CallOutcome;

/**
 * Makes the calls that were stored: claims one, sends its bytes under its key, writes down what came of it. A lost answer leaves it unknown; it is
 * then sent again under the same key, or looked up once the provider has forgotten that.
 */
@Component
class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final OperationTable table;
    private final OperationSending sending;
    private final OperationOutcomes outcomes;
    private final OperationLookup lookup;
    private final PaymentGateway gateway;
    private final PaymentsSettings settings;

    OperationRunner(
            OperationTable table,
            OperationSending sending,
            OperationOutcomes outcomes,
            OperationLookup lookup,
            PaymentGateway gateway,
            PaymentsSettings settings) {
        this.table = table;
        this.sending = sending;
        this.outcomes = outcomes;
        this.lookup = lookup;
        this.gateway = gateway;
        this.settings = settings;
    }

    /** A payment's first call is made by whoever began it, since the customer waits for the answer. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void stored(OperationTable.Stored operation) {
        if (operation.kind() != Operation.Kind.CREATE && gateway.isSet()) {
            Thread.ofVirtual()
                    .name("payment-call")
                    .start(() -> RunAs.system(() -> {
                        run(operation.operationId());
                    }));
        }
    }

    /** @return whether it was this node's to make */
    boolean run(UUID id) {
        Optional<Operation> claimed = table.claim(id, settings.lease());
        claimed.ifPresent(this::make);
        return claimed.isPresent();
    }

    /** Those whose time has come, oldest first. */
    List<UUID> due(int most) {
        return table.due(most);
    }

    private void make(Operation operation) {
        try {
            if (table.isKeyOld(operation.id(), settings.keyLives())) {
                withOldKey(operation);
            } else {
                settle(operation, sending.send(operation));
            }
        } catch (RuntimeException broken) {
            LOG.error("{} broke; it stays to be found out", operation, broken);
            table.later(
                    operation.id(),
                    Operation.State.UNKNOWN,
                    "BROKEN",
                    String.valueOf(broken.getMessage()),
                    null,
                    true,
                    pause(operation));
        }
        table.nextOf(operation.paymentId()).ifPresent(this::run);
    }

    private void withOldKey(Operation operation) {
        if (operation.state() == Operation.State.WAITING) {
            settle(operation, sending.send(renewed(operation)));
            return;
        }
        switch (lookup.find(operation)) {
            case FOUND -> table.end(operation.id(), Operation.State.DONE, null, null, null);
            case ABSENT -> outcomes.absent(operation);
            case STILL_TO_DO -> settle(operation, sending.send(renewed(operation)));
            case NOT_KNOWN ->
                table.later(operation.id(), Operation.State.UNKNOWN, "NOT_FOUND_OUT", "", null, true, pause(operation));
        }
    }

    private Operation renewed(Operation operation) {
        String key = table.renewKey(operation.id());
        return new Operation(
                operation.id(),
                operation.kind(),
                operation.paymentId(),
                operation.refundId(),
                operation.receiptId(),
                operation.amount(),
                key,
                null,
                operation.body(),
                Operation.State.WAITING,
                operation.attempts(),
                operation.problem());
    }

    private void settle(Operation operation, CallOutcome<?> outcome) {
        switch (outcome) {
            case CallOutcome.Succeeded<?> answered -> {
                outcomes.answered(operation, answered.answer());
                table.end(operation.id(), Operation.State.DONE, null, null, answered.callId());
            }
            case CallOutcome.Rejected<?> refused
            when sending.isAboutUs(refused.error()) ->
                // it says nothing about what was asked: the shop's own key is wrong
                wait(operation, refused, true);
            case CallOutcome.Rejected<?> refused -> {
                outcomes.refused(operation, refused.text());
                table.end(
                        operation.id(),
                        Operation.State.REFUSED,
                        refused.error().name(),
                        refused.text(),
                        refused.callId());
            }
            case CallOutcome.Unavailable<?> away -> wait(operation, away, false);
            case CallOutcome.Unknown<?> lost -> {
                outcomes.unknown(operation, lost);
                table.later(
                        operation.id(),
                        Operation.State.UNKNOWN,
                        lost.error().name(),
                        lost.text(),
                        lost.callId(),
                        true,
                        pause(operation));
            }
        }
    }

    /** Nothing was done this time; what an earlier attempt may have done is as unknown as before. */
    private <O extends CallOutcome<?> & CallOutcome.Failed> void wait(Operation operation, O outcome, boolean renew) {
        boolean isUnknown = operation.state() == Operation.State.UNKNOWN;
        outcomes.notSent(operation, outcome.text());
        if (renew && !isUnknown) {
            table.renewKey(operation.id());
        }
        table.later(
                operation.id(),
                operation.state(),
                outcome.error().name(),
                outcome.text(),
                outcome.callId(),
                isUnknown,
                pause(operation));
    }

    private Duration pause(Operation operation) {
        return new Pauses(settings.repeat(), settings.repeat().multipliedBy(90)).before(operation.attempts());
    }
}
