package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.payments.LedgerEntry.Account;
import ru.freesport.console.payments.PaymentTrouble.Kind;
import ru.freesport.console.shared.Money;

/**
 * The only place where a payment's state changes. Whoever saw the payment at the provider, an answer, a notification or a question of ours,
 * brings what was seen here; it moves forward only, and twice is the same as once.
 */
@Component
class PaymentTransitions {

    private final PaymentTable table;
    private final OperationTable operations;
    private final ReceiptTable receipts;
    private final Ledger ledger;
    private final PaymentEvents events;
    private final ApplicationEventPublisher publisher;
    private final PaymentsSettings settings;
    private final Clock clock;

    PaymentTransitions(
            PaymentTable table,
            OperationTable operations,
            ReceiptTable receipts,
            Ledger ledger,
            PaymentEvents events,
            ApplicationEventPublisher publisher,
            PaymentsSettings settings,
            Clock clock) {
        this.table = table;
        this.operations = operations;
        this.receipts = receipts;
        this.ledger = ledger;
        this.events = events;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes in what the provider shows. */
    @Transactional
    public Sighting see(String provider, SeenPayment seen, Source source) {
        Optional<Payment> known = known(provider, seen);
        if (known.isEmpty()) {
            return Sighting.NOT_OURS;
        }
        Payment payment = known.get();
        String difference = difference(payment, seen);
        if (difference != null) {
            events.note(payment.id(), PaymentEvent.Kind.DIFFERS, difference);
            trouble(difference.startsWith("id") ? Kind.DOUBLE : Kind.DIFFERS, payment, difference);
            if (!payment.state().isFinal()) {
                table.askAt(payment.id(), clock.instant().plus(pauses().longest()));
            }
            return Sighting.DIFFERENT;
        }
        if (seen.state() == null) {
            unknownWord(payment, seen);
            return Sighting.UNCHANGED;
        }
        if (payment.state() == seen.state()) {
            table.seen(payment.id(), seen);
            askAgain(payment, seen);
            return Sighting.UNCHANGED;
        }
        if (!payment.state().canBecome(seen.state())) {
            adoptNumber(payment, seen);
            if (seen.state().isFinal()) {
                events.note(payment.id(), PaymentEvent.Kind.DIFFERS, "state: " + seen.status());
                trouble(Kind.CONTRADICTION, payment, payment.state() + ", there " + seen.status());
                return Sighting.DIFFERENT;
            }
            return Sighting.UNCHANGED;
        }
        table.seen(payment.id(), seen);
        move(payment, seen.state(), seen, source);
        return Sighting.CHANGED;
    }

    /** It came to nothing before the provider had it, or the provider refused to make it. */
    @Transactional
    public void cameToNothing(UUID id, CancellationCause cause, Source source) {
        Payment payment = table.lock(id);
        if (payment.providerId() == null && payment.state().canBecome(PaymentState.CANCELED)) {
            table.cancelled(id, cause);
            move(payment, PaymentState.CANCELED, null, source);
        }
    }

    /** The provider has no such object any more: nobody can pay it, so it is over; held money is for people to look at. */
    @Transactional
    public void vanished(UUID id) {
        Payment payment = table.lock(id);
        trouble(Kind.VANISHED, payment, "The provider does not know " + payment.providerId());
        if (payment.state() == PaymentState.PENDING || payment.state() == PaymentState.UNKNOWN) {
            table.cancelled(id, CancellationCause.here("not_found"));
            move(payment, PaymentState.CANCELED, null, Source.LOOKUP);
        } else {
            table.askAt(id, null);
        }
    }

    /** The answer to the very first call was lost. */
    @Transactional
    public void unknown(UUID id) {
        Payment payment = table.lock(id);
        if (payment.providerId() == null && payment.state() == PaymentState.PENDING) {
            move(payment, PaymentState.UNKNOWN, null, Source.ANSWER);
        }
    }

    /** By its number there, else by our own, which we gave along: a notification may overtake the answer. */
    private Optional<Payment> known(String provider, SeenPayment seen) {
        Optional<Payment> byNumber = table.lockByProviderId(provider, seen.providerId());
        if (byNumber.isPresent() || seen.paymentId() == null) {
            return byNumber;
        }
        return table.lockIfThere(seen.paymentId());
    }

    private void adoptNumber(Payment payment, SeenPayment seen) {
        if (payment.providerId() == null) {
            table.seen(payment.id(), seen);
        }
    }

    /** What is not as we asked for it; null when everything is. */
    private @Nullable String difference(Payment payment, SeenPayment seen) {
        if (payment.providerId() != null && !payment.providerId().equals(seen.providerId())) {
            return "id: " + seen.providerId() + ", here " + payment.providerId();
        }
        if (!seen.amount().currency().equals(payment.amount().currency())) {
            return "currency: " + seen.amount();
        }
        if (seen.paymentId() != null && !seen.paymentId().equals(payment.id())) {
            return "payment: " + seen.paymentId();
        }
        if (seen.orderNumber() != null && !seen.orderNumber().equals(payment.orderNumber())) {
            return "order: " + seen.orderNumber();
        }
        // less than asked for is right only where somebody took a part of what was held
        boolean mayBePart = !payment.capturesAtOnce() && seen.state() == PaymentState.SUCCEEDED;
        int compared = seen.amount().compareTo(payment.amount());
        return compared == 0 || compared < 0 && mayBePart && seen.amount().isPositive()
                ? null
                : "amount: " + seen.amount() + ", here " + payment.amount();
    }

    private void unknownWord(Payment payment, SeenPayment seen) {
        boolean isNew = !seen.status().equals(payment.providerStatus());
        table.seen(payment.id(), seen);
        askAgain(payment, seen);
        if (isNew) {
            events.note(payment.id(), PaymentEvent.Kind.STATUS_UNKNOWN, seen.status());
            trouble(Kind.STATUS_UNKNOWN, payment, seen.status());
        }
    }

    private void move(Payment payment, PaymentState next, @Nullable SeenPayment seen, Source source) {
        Instant now = clock.instant();
        Money held = payment.held();
        switch (next) {
            case WAITING_FOR_CAPTURE -> {
                table.become(payment, next, payment.amount().amount(), BigDecimal.ZERO, now);
                ledger.hold(payment.id(), payment.amount(), source);
            }
            case SUCCEEDED -> succeed(payment, java.util.Objects.requireNonNull(seen), source, now);
            case CANCELED -> {
                table.become(payment, next, BigDecimal.ZERO, BigDecimal.ZERO, now);
                if (held.isPositive()) {
                    ledger.release(payment.id(), held, source);
                }
            }
            case PENDING, UNKNOWN -> table.become(payment, next, BigDecimal.ZERO, BigDecimal.ZERO, now);
        }
        String why = seen == null || seen.cancelled() == null
                ? null
                : seen.cancelled().why();
        events.note(payment.id(), PaymentEvent.Kind.STATE, why == null ? next.name() : next + " " + why);
        publisher.publishEvent(new PaymentChanged(payment.id(), payment.orderNumber(), payment.state(), next));
        askAfter(payment, next, seen);
    }

    private void succeed(Payment payment, SeenPayment seen, Source source, Instant now) {
        Money held = payment.held();
        Money taken = operations
                .partCaptured(payment.id())
                .map(part -> new Money(part, payment.amount().currency()))
                .filter(seen.amount()::isMoreThan)
                .orElse(seen.amount());
        table.become(payment, PaymentState.SUCCEEDED, BigDecimal.ZERO, taken.amount(), now);
        ledger.capture(payment.id(), held.isPositive() ? Account.HELD : Account.CUSTOMER, taken, source);
        if (held.isMoreThan(taken)) {
            ledger.release(payment.id(), held.minus(taken), source);
        }
        boolean isFirst = ledger.orderPaid(payment, taken);
        if (seen.receipt() != null || operations.sentReceipt(payment.id())) {
            receipts.await(payment.id(), null, taken, now);
        }
        if (isFirst) {
            publisher.publishEvent(new OrderPaid(payment.orderNumber(), payment.id(), taken));
        } else {
            trouble(Kind.PAID_TWICE, payment, payment.orderNumber());
        }
        OrderMoney money = table.money(payment.orderNumber()).orElseThrow();
        publisher.publishEvent(new OrderMoneyChanged(payment.orderNumber(), money.paid(), money.refunded()));
    }

    private void askAfter(Payment payment, PaymentState next, @Nullable SeenPayment seen) {
        switch (next) {
            case PENDING -> table.askAt(payment.id(), clock.instant().plus(pauses().before(1)));
            case WAITING_FOR_CAPTURE -> table.askAt(payment.id(), holdEnd(payment, seen));
            case SUCCEEDED, CANCELED, UNKNOWN -> table.askAt(payment.id(), null);
        }
    }

    private void askAgain(Payment payment, SeenPayment seen) {
        if (payment.state() == PaymentState.PENDING || payment.state() == PaymentState.UNKNOWN) {
            table.askAt(payment.id(), clock.instant().plus(pauses().before(table.asked(payment.id()))));
        } else if (payment.state() == PaymentState.WAITING_FOR_CAPTURE) {
            table.askAt(payment.id(), holdEnd(payment, seen));
        }
    }

    private Instant holdEnd(Payment payment, @Nullable SeenPayment seen) {
        Instant end = seen != null && seen.holdUntil() != null ? seen.holdUntil() : payment.holdUntil();
        Instant later = clock.instant().plus(pauses().longest());
        return end == null || end.isAfter(later) || !end.isAfter(clock.instant()) ? later : end.plusSeconds(1);
    }

    private Pauses pauses() {
        return new Pauses(settings.repeat().multipliedBy(6), settings.repeat().multipliedBy(360));
    }

    private void trouble(Kind kind, Payment payment, String detail) {
        String subject = payment.providerId() == null ? payment.id().toString() : payment.providerId();
        publisher.publishEvent(new PaymentTrouble(kind, payment.id(), subject, detail));
    }
}
