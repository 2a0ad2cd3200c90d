package ru.freesport.console.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.payments.PaymentTrouble.Kind;
import ru.freesport.console.shared.Actor;

/** The only place where a refund's state changes; forward only, and twice is the same as once. */
@Component
class RefundTransitions {

    private final PaymentTable payments;
    private final RefundTable table;
    private final OperationTable operations;
    private final ReceiptTable receipts;
    private final Ledger ledger;
    private final PaymentEvents events;
    private final ApplicationEventPublisher publisher;
    private final PaymentsSettings settings;
    private final Clock clock;

    RefundTransitions(
            PaymentTable payments,
            RefundTable table,
            OperationTable operations,
            ReceiptTable receipts,
            Ledger ledger,
            PaymentEvents events,
            ApplicationEventPublisher publisher,
            PaymentsSettings settings,
            Clock clock) {
        this.payments = payments;
        this.table = table;
        this.operations = operations;
        this.receipts = receipts;
        this.ledger = ledger;
        this.events = events;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes in what the provider shows; a refund nobody asked for here is adopted, since the money went. */
    @Transactional
    public Sighting see(String provider, SeenRefund seen, Source source) {
        // always the payment first: whoever locks both does it in one order
        Optional<Payment> payment = payments.lockByProviderId(provider, seen.paymentProviderId());
        if (payment.isEmpty()) {
            return Sighting.NOT_OURS;
        }
        Optional<Refund> known = table.lockByProviderId(seen.providerId());
        if (known.isEmpty() && seen.refundId() != null) {
            known = table.lock(seen.refundId());
        }
        if (known.isEmpty()) {
            return adopt(payment.get(), seen, source);
        }
        Refund refund = known.get();
        String difference = difference(payment.get(), refund, seen);
        if (difference != null) {
            events.ofRefund(refund, PaymentEvent.Kind.DIFFERS, difference);
            trouble(difference.startsWith("id") ? Kind.DOUBLE : Kind.DIFFERS, refund, difference);
            askAt(refund, longest());
            return Sighting.DIFFERENT;
        }
        if (seen.state() == null) {
            unknownWord(refund, seen);
            return Sighting.UNCHANGED;
        }
        if (refund.state() == seen.state()) {
            table.seen(refund.id(), seen);
            askAt(refund, pauses().before(table.asked(refund.id())));
            return Sighting.UNCHANGED;
        }
        if (!refund.state().canBecome(seen.state())) {
            if (!seen.state().isFinal()) {
                return Sighting.UNCHANGED;
            }
            events.ofRefund(refund, PaymentEvent.Kind.DIFFERS, "state: " + seen.status());
            trouble(Kind.CONTRADICTION, refund, refund.state() + ", there " + seen.status());
            return Sighting.DIFFERENT;
        }
        table.seen(refund.id(), seen);
        move(payment.get(), refund, seen.state(), source);
        return Sighting.CHANGED;
    }

    /** The provider refused it, or surely has not got it; or a person or time did before it went. */
    @Transactional
    public void rejected(UUID id, CancellationCause cause, Source source) {
        Payment payment = payments.lock(table.find(id).orElseThrow().paymentId());
        Refund refund = table.lock(id).orElseThrow();
        if (refund.providerId() == null && refund.state().canBecome(RefundState.REJECTED)) {
            table.cancelled(id, cause);
            move(payment, refund, RefundState.REJECTED, source);
        }
    }

    /** The answer was lost. */
    @Transactional
    public void unknown(UUID id) {
        Payment payment = payments.lock(table.find(id).orElseThrow().paymentId());
        Refund refund = table.lock(id).orElseThrow();
        if (refund.state() == RefundState.SENDING) {
            move(payment, refund, RefundState.UNKNOWN, Source.ANSWER);
        }
    }

    /** Asked for, with its balance already taken. */
    void begun(Payment payment, Refund refund) {
        ledger.refundReserved(payment.id(), refund.id(), refund.amount(), Source.PERSON);
        events.ofRefund(refund, PaymentEvent.Kind.REFUND_ASKED, refund.amount().plain());
        changed(payment, refund, null, refund.state());
    }

    /** A second person agreed. */
    void approved(Payment payment, Refund refund) {
        move(payment, refund, RefundState.SENDING, Source.PERSON);
    }

    private Sighting adopt(Payment payment, SeenRefund seen, Source source) {
        if (seen.state() == null || seen.state() == RefundState.CANCELED) {
            return Sighting.UNCHANGED;
        }
        if (!table.reserve(payment.id(), seen.amount().amount())) {
            trouble(Kind.DIFFERS, payment, seen, "refund " + seen.amount() + " is more than is left");
            return Sighting.TOO_EARLY;
        }
        Instant now = clock.instant();
        Refund refund = new Refund(
                UUID.randomUUID(),
                0,
                payment.id(),
                seen.providerId(),
                Refund.Origin.PROVIDER,
                RefundState.PENDING,
                seen.status(),
                seen.amount(),
                RefundReason.MADE_AT_PROVIDER,
                null,
                Actor.system(),
                seen.createdAt(),
                payment.refunding(),
                payment.refunded(),
                null,
                null,
                null,
                null,
                null,
                now,
                List.of());
        table.insert(refund);
        ledger.refundReserved(payment.id(), refund.id(), refund.amount(), source);
        events.ofRefund(refund, PaymentEvent.Kind.REFUND_ASKED, refund.amount().plain());
        changed(payment, refund, null, RefundState.PENDING);
        trouble(Kind.NOT_OURS, payment, seen, "refund " + seen.amount());
        table.seen(refund.id(), seen);
        if (seen.state() == RefundState.PENDING) {
            askAt(refund, pauses().before(1));
        } else {
            move(payment, refund, seen.state(), source);
        }
        return Sighting.CHANGED;
    }

    private static @Nullable String difference(Payment payment, Refund refund, SeenRefund seen) {
        if (refund.providerId() != null && !refund.providerId().equals(seen.providerId())) {
            return "id: " + seen.providerId() + ", here " + refund.providerId();
        }
        if (!refund.paymentId().equals(payment.id())) {
            return "payment: " + seen.paymentProviderId();
        }
        return seen.amount().equals(refund.amount()) ? null : "amount: " + seen.amount() + ", here " + refund.amount();
    }

    private void unknownWord(Refund refund, SeenRefund seen) {
        boolean isNew = !seen.status().equals(refund.providerStatus());
        table.seen(refund.id(), seen);
        askAt(refund, pauses().before(table.asked(refund.id())));
        if (isNew) {
            events.ofRefund(refund, PaymentEvent.Kind.STATUS_UNKNOWN, seen.status());
            trouble(Kind.STATUS_UNKNOWN, refund, seen.status());
        }
    }

    private void move(Payment payment, Refund refund, RefundState next, Source source) {
        Instant now = clock.instant();
        table.become(refund.id(), next, now);
        switch (next) {
            case SUCCEEDED -> {
                table.done(refund);
                ledger.refundDone(payment.id(), refund.id(), refund.amount(), source);
                ledger.orderRefunded(payment.orderNumber(), refund.amount().amount());
                if (operations.sentReceiptOfRefund(refund.id())) {
                    receipts.await(payment.id(), refund.id(), refund.amount(), now);
                }
                OrderMoney money = payments.money(payment.orderNumber()).orElseThrow();
                publisher.publishEvent(new OrderMoneyChanged(payment.orderNumber(), money.paid(), money.refunded()));
            }
            case CANCELED, REJECTED -> {
                table.free(refund);
                ledger.refundFreed(payment.id(), refund.id(), refund.amount(), source);
                if (source != Source.PERSON) {
                    trouble(Kind.REFUND_FAILED, refund, next.name());
                }
            }
            case AWAITING_APPROVAL, SENDING, UNKNOWN, PENDING -> {
                // the balance stays held
            }
        }
        askAt(refund, next == RefundState.PENDING ? pauses().before(1) : null);
        events.ofRefund(refund, PaymentEvent.Kind.REFUND_STATE, next.name());
        changed(payment, refund, refund.state(), next);
    }

    private void changed(Payment payment, Refund refund, @Nullable RefundState was, RefundState became) {
        publisher.publishEvent(
                new RefundChanged(refund.id(), payment.id(), payment.orderNumber(), was, became, refund.amount()));
    }

    private void askAt(Refund refund, java.time.@Nullable Duration pause) {
        table.askAt(refund.id(), pause == null ? null : clock.instant().plus(pause));
    }

    private java.time.Duration longest() {
        return pauses().longest();
    }

    private Pauses pauses() {
        return new Pauses(settings.repeat().multipliedBy(6), settings.repeat().multipliedBy(2160));
    }

    private void trouble(Kind kind, Refund refund, String detail) {
        String subject = refund.providerId() == null ? refund.id().toString() : refund.providerId();
        publisher.publishEvent(new PaymentTrouble(kind, refund.paymentId(), subject, detail));
    }

    private void trouble(Kind kind, Payment payment, SeenRefund seen, String detail) {
        publisher.publishEvent(new PaymentTrouble(kind, payment.id(), seen.providerId(), detail));
    }
}
