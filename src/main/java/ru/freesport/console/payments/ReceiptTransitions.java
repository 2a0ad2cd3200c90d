package ru.freesport.console.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.payments.PaymentTrouble.Kind;

/** The only place where a receipt's state changes. */
@Component
class ReceiptTransitions {

    private final ReceiptTable table;
    private final PaymentEvents events;
    private final ApplicationEventPublisher publisher;
    private final PaymentsSettings settings;
    private final Clock clock;

    ReceiptTransitions(
            ReceiptTable table,
            PaymentEvents events,
            ApplicationEventPublisher publisher,
            PaymentsSettings settings,
            Clock clock) {
        this.table = table;
        this.events = events;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes in what the provider shows of this very receipt. */
    @Transactional
    public Sighting see(UUID id, SeenReceipt seen) {
        Receipt receipt = table.lock(id).orElseThrow();
        boolean isNewWord = !seen.status().equals(receipt.providerStatus());
        table.seen(id, seen);
        if (seen.state() == null) {
            if (isNewWord) {
                events.ofReceipt(receipt, PaymentEvent.Kind.STATUS_UNKNOWN, seen.status());
                trouble(Kind.STATUS_UNKNOWN, receipt, seen.status());
            }
            askAgain(id);
            return Sighting.UNCHANGED;
        }
        if (!receipt.state().canBecome(seen.state())) {
            if (!receipt.state().isFinal()) {
                askAgain(id);
            }
            return Sighting.UNCHANGED;
        }
        move(receipt, seen.state(), null);
        return Sighting.CHANGED;
    }

    /** The provider does not list it yet. */
    @Transactional
    public void notThereYet(UUID id) {
        askAgain(id);
    }

    @Transactional
    public void rejected(UUID id, String problem) {
        Receipt receipt = table.lock(id).orElseThrow();
        if (receipt.state().canBecome(ReceiptState.REJECTED)) {
            move(receipt, ReceiptState.REJECTED, problem);
        }
    }

    @Transactional
    public void unknown(UUID id) {
        Receipt receipt = table.lock(id).orElseThrow();
        if (receipt.state() == ReceiptState.SENDING) {
            move(receipt, ReceiptState.UNKNOWN, null);
        }
    }

    private void move(Receipt receipt, ReceiptState next, @Nullable String problem) {
        Instant now = clock.instant();
        table.become(receipt.id(), next, problem, now);
        events.ofReceipt(receipt, PaymentEvent.Kind.RECEIPT_STATE, next.name());
        table.askAt(receipt.id(), next == ReceiptState.PENDING ? now.plus(pauses().before(1)) : null);
        if (next.isFailed()) {
            trouble(Kind.RECEIPT_FAILED, receipt, problem == null ? next.name() : problem);
        }
    }

    private void askAgain(UUID id) {
        table.askAt(id, clock.instant().plus(pauses().before(table.asked(id))));
    }

    private Pauses pauses() {
        return new Pauses(settings.repeat().multipliedBy(3), settings.repeat().multipliedBy(2160));
    }

    private void trouble(Kind kind, Receipt receipt, String detail) {
        String subject = receipt.providerId() == null ? receipt.id().toString() : receipt.providerId();
        publisher.publishEvent(new PaymentTrouble(kind, receipt.paymentId(), subject, detail));
    }
}
