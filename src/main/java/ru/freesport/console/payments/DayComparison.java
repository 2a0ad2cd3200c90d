package ru.freesport.console.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.payments.Difference.Kind;
import ru.freesport.console.payments.Difference.Subject;
import ru.freesport.console.payments.ReconciliationTable.Found;
import ru.freesport.console.shared.Money;

/**
 * Compares a day of the provider with ours. What was decided there and is behind here is taken in as ever; what still differs then is a difference.
 * A day that could not be read whole says nothing.
 */
@Component
class DayComparison {

    private final PaymentGateway gateway;
    private final PaymentTable payments;
    private final RefundTable refunds;
    private final PaymentTransitions paymentTransitions;
    private final RefundTransitions refundTransitions;
    private final ReconciliationTable table;
    private final ZoneId zone;

    DayComparison(
            PaymentGateway gateway,
            PaymentTable payments,
            RefundTable refunds,
            PaymentTransitions paymentTransitions,
            RefundTransitions refundTransitions,
            ReconciliationTable table,
            @Value("${freesport.shared.zone}") ZoneId zone) {
        this.gateway = gateway;
        this.payments = payments;
        this.refunds = refunds;
        this.paymentTransitions = paymentTransitions;
        this.refundTransitions = refundTransitions;
        this.table = table;
        this.zone = zone;
    }

    /** What was read and found. */
    record Result(int payments, int refunds, int healed, List<Found> differences) {}

    /** Empty when the provider could not be read to the end. */
    Optional<Result> of(LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant before = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (!(gateway.payments(from, before) instanceof CallOutcome.Succeeded<List<SeenPayment>> paid)
                || !(gateway.refunds(from, before) instanceof CallOutcome.Succeeded<List<SeenRefund>> given)) {
            return Optional.empty();
        }
        List<Found> found = new ArrayList<>();
        int healed = 0;
        Set<String> there = new HashSet<>();
        for (SeenPayment seen : paid.answer()) {
            there.add(seen.providerId());
            healed += paymentTransitions.see(gateway.name(), seen, Source.RECONCILIATION) == Sighting.CHANGED ? 1 : 0;
            compare(seen).ifPresent(found::add);
        }
        for (SeenRefund seen : given.answer()) {
            there.add(seen.providerId());
            healed += refundTransitions.see(gateway.name(), seen, Source.RECONCILIATION) == Sighting.CHANGED ? 1 : 0;
            compare(seen).ifPresent(found::add);
        }
        for (Payment payment : table.payments(gateway.name(), from, before)) {
            if (!there.contains(payment.providerId())) {
                again(payment).ifPresent(found::add);
            }
        }
        for (UUID id : table.refunds(from, before)) {
            Refund refund = refunds.find(id).orElseThrow();
            if (!there.contains(refund.providerId())) {
                again(refund).ifPresent(found::add);
            }
        }
        return Optional.of(new Result(paid.answer().size(), given.answer().size(), healed, found));
    }

    private Optional<Found> compare(SeenPayment seen) {
        Optional<Payment> known = payments.byProviderId(gateway.name(), seen.providerId());
        String there = seen.status() + " " + seen.amount();
        if (known.isEmpty()) {
            return found(Subject.PAYMENT, Kind.MISSING_HERE, seen.providerId(), null, null, null, there);
        }
        Payment ours = known.get();
        Money expected = ours.state() == PaymentState.SUCCEEDED ? ours.captured() : ours.amount();
        // a capture of a part may or may not change the sum there
        boolean isSameSum = seen.amount().equals(expected) || seen.amount().equals(ours.amount());
        boolean isSameBack = seen.refunded().equals(ours.refunded());
        if (!isSameSum || !isSameBack) {
            return found(
                    Subject.PAYMENT,
                    Kind.AMOUNT,
                    seen.providerId(),
                    ours.id(),
                    null,
                    expected + ", back " + ours.refunded(),
                    seen.amount() + ", back " + seen.refunded());
        }
        return ours.state() == seen.state()
                ? Optional.empty()
                : found(
                        Subject.PAYMENT,
                        Kind.STATE,
                        seen.providerId(),
                        ours.id(),
                        null,
                        ours.state().name(),
                        seen.status());
    }

    private Optional<Found> compare(SeenRefund seen) {
        Optional<Payment> payment = payments.byProviderId(gateway.name(), seen.paymentProviderId());
        Optional<Refund> known = payment.flatMap(of -> refunds.of(of.id()).stream()
                .filter(one -> seen.providerId().equals(one.providerId()))
                .findFirst());
        UUID paymentId = payment.map(Payment::id).orElse(null);
        if (known.isEmpty()) {
            return seen.state() == RefundState.CANCELED
                    ? Optional.empty()
                    : found(
                            Subject.REFUND,
                            Kind.MISSING_HERE,
                            seen.providerId(),
                            paymentId,
                            null,
                            null,
                            seen.status() + " " + seen.amount());
        }
        Refund ours = known.get();
        if (!seen.amount().equals(ours.amount())) {
            return found(
                    Subject.REFUND,
                    Kind.AMOUNT,
                    seen.providerId(),
                    paymentId,
                    ours.id(),
                    ours.amount().toString(),
                    seen.amount().toString());
        }
        return ours.state() == seen.state()
                ? Optional.empty()
                : found(
                        Subject.REFUND,
                        Kind.STATE,
                        seen.providerId(),
                        paymentId,
                        ours.id(),
                        ours.state().name(),
                        seen.status());
    }

    /** It may be of the next or the last day there: asked for by its number before it is missed. */
    private Optional<Found> again(Payment payment) {
        return switch (gateway.payment(Objects.requireNonNull(payment.providerId()))) {
            case CallOutcome.Succeeded<SeenPayment> seen -> compare(seen.answer());
            case CallOutcome.Rejected<SeenPayment> none
            when none.error() == CallError.BUSINESS_LOGIC_ERROR ->
                found(
                        Subject.PAYMENT,
                        Kind.MISSING_THERE,
                        payment.providerId(),
                        payment.id(),
                        null,
                        payment.state() + " " + payment.amount(),
                        null);
            default -> Optional.empty();
        };
    }

    private Optional<Found> again(Refund refund) {
        return switch (gateway.refund(Objects.requireNonNull(refund.providerId()))) {
            case CallOutcome.Succeeded<SeenRefund> seen -> compare(seen.answer());
            case CallOutcome.Rejected<SeenRefund> none
            when none.error() == CallError.BUSINESS_LOGIC_ERROR ->
                found(
                        Subject.REFUND,
                        Kind.MISSING_THERE,
                        refund.providerId(),
                        refund.paymentId(),
                        refund.id(),
                        refund.state() + " " + refund.amount(),
                        null);
            default -> Optional.empty();
        };
    }

    private static Optional<Found> found(
            Subject subject,
            Kind kind,
            String providerId,
            @Nullable UUID payment,
            @Nullable UUID refund,
            @Nullable String here,
            @Nullable String there) {
        return Optional.of(new Found(subject, kind, providerId, payment, refund, here, there));
    }
}
