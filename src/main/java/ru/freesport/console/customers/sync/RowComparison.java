package ru.freesport.console.customers.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Collisions;
import ru.freesport.console.customers.compare.Outcome;
import ru.freesport.console.customers.compare.Settlement;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.compare.ThreeWay;
import ru.freesport.console.customers.compare.Trio;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.FoundConflict;
import ru.freesport.console.customers.conflicts.LeftAlone;
import ru.freesport.console.customers.conflicts.PolicyVersion;
import ru.freesport.console.customers.conflicts.Settled;
import ru.freesport.console.shared.Phone;

/** Compares a counterparty with its customer, field by field, and follows up what people decided; without a database. */
final class RowComparison {

    private final PolicyVersion policy;
    private final Duration echo;
    private final Instant now;
    private final @Nullable String source;

    /**
     * @param echo how long after it was told 1C may still say the old
     * @param source what 1C's values are being read from; null: they were read before
     */
    RowComparison(PolicyVersion policy, Duration echo, Instant now, @Nullable String source) {
        this.policy = policy;
        this.echo = echo;
        this.now = now;
        this.source = source;
    }

    /** @param settled the latest conflict about this counterparty that people decided */
    RowResult compare(
            Provenance shop, Map<CustomerField, String> said, CounterpartyState before, @Nullable Settled settled) {
        RowResult result = new RowResult();
        Set<CustomerField> followed = settled == null ? Set.of() : follow(shop, said, before, settled, result);
        for (CustomerField field : CustomerField.values()) {
            if (!followed.contains(field)) {
                boolean isDecided = settled != null
                        && settled.state().isUnderWay()
                        && settled.results().containsKey(field);
                compare(field, shop, said.get(field), before, isDecided, result);
            }
        }
        if (settled != null && settled.state().isUnderWay() && !result.collisions.isEmpty()) {
            // the question is asked anew, with the decided fields in it
            followed.stream()
                    .filter(field -> result.collisions.stream()
                            .noneMatch(one -> one.trio().field() == field))
                    .forEach(field -> result.collisions.add(kept(field, shop, said.get(field), before)));
        }
        return result;
    }

    private FoundConflict.Field kept(
            CustomerField field, Provenance shop, @Nullable String onec, CounterpartyState before) {
        Trio trio = trio(field, shop, onec, before);
        return found(trio, shop, before, new Settlement(true, Choice.SHOP, trio.shop(), null));
    }

    /** @return the fields that need no comparing because the decision about them is on its way or was turned back */
    private Set<CustomerField> follow(
            Provenance shop,
            Map<CustomerField, String> said,
            CounterpartyState before,
            Settled settled,
            RowResult result) {
        Set<CustomerField> followed = new HashSet<>();
        boolean isAllGiven = true;
        for (Map.Entry<CustomerField, String> decided : settled.results().entrySet()) {
            CustomerField field = decided.getKey();
            String onec = said.get(field);
            boolean isGiven = onec != null && holds(field, onec, decided.getValue());
            isAllGiven &= isGiven;
            String old = settled.onec().get(field);
            if (isGiven || onec == null || old == null || !field.isSame(onec, old)) {
                continue;
            }
            followed.add(field);
            if (settled.state() == ConflictState.CONFIRMED
                    || settled.state() == ConflictState.SENT && isEchoOver(settled.sentAt())) {
                result.returned = settled.conflict();
                result.collisions.add(kept(field, shop, onec, before));
            }
        }
        if (settled.state() == ConflictState.SENT && isAllGiven) {
            result.confirmed = settled.conflict();
        }
        return followed;
    }

    private void compare(
            CustomerField field,
            Provenance shop,
            @Nullable String onec,
            CounterpartyState before,
            boolean isDecided,
            RowResult result) {
        Trio trio = trio(field, shop, onec, before);
        Outcome outcome = ThreeWay.compare(trio);
        switch (outcome) {
            case NOTHING_NEW, EMPTY_ERASES_NOTHING -> further(trio, result);
            case SAME_CHANGE -> {
                result.agreed.put(field, String.valueOf(trio.onec()));
                further(trio, result);
            }
            case ONEC_CHANGED, FILLS_SHOP -> take(trio, String.valueOf(trio.onec()), ChangeSource.ONEC, result);
            case SHOP_CHANGED, FILLS_ONEC -> send(trio, before, result);
            case INVALID_KEPT_OUT -> malformed(trio, result);
            case COLLISION -> collide(trio, shop, before, isDecided, result);
        }
    }

    private void collide(Trio trio, Provenance shop, CounterpartyState before, boolean isDecided, RowResult result) {
        CustomerField field = trio.field();
        malformed(trio, result);
        if (LeftAlone.holds(before.leftAlone().get(field), field, trio.shop(), trio.onec())) {
            return;
        }
        Strategy strategy = policy.of(field);
        Settlement settlement = Collisions.settle(trio, strategy);
        Choice choice = settlement.choice();
        // what a person has just decided no rule decides anew
        if (settlement.isReview() || isDecided || choice == null) {
            result.collisions.add(
                    found(trio, shop, before, new Settlement(true, choice, settlement.value(), settlement.rule())));
        } else if (choice == Choice.SHOP) {
            send(trio, before, result);
        } else {
            take(trio, String.valueOf(settlement.value()), ChangeSource.POLICY, result);
            if (choice == Choice.BOTH) {
                result.agreed.remove(field);
                send(trio, before, result);
            }
        }
    }

    private static void take(Trio trio, String value, ChangeSource source, RowResult result) {
        result.take(trio.field(), value, source);
        result.agreed.put(trio.field(), value);
    }

    /** 1C was told already and may need a while to show it. */
    private void send(Trio trio, CounterpartyState before, RowResult result) {
        String sent = before.sent().get(trio.field());
        result.toBeSent |= sent == null || !trio.field().isSame(sent, trio.shop()) || isEchoOver(before.sentAt());
    }

    private static void malformed(Trio trio, RowResult result) {
        if (trio.onec() != null && !trio.isOnecValid()) {
            result.malformed.add(trio.field());
        }
    }

    /** 1C may know more numbers than the one both agree on. */
    private static void further(Trio trio, RowResult result) {
        if (trio.field() == CustomerField.PHONE && trio.onec() != null && trio.shop() != null) {
            Phone.all(trio.onec()).stream()
                    .filter(Phone::isValid)
                    .filter(phone -> !trio.field().isSame(phone.normal(), trio.shop()))
                    .forEach(phone -> result.contacts.add(phone.normal()));
        }
    }

    private static Trio trio(CustomerField field, Provenance shop, @Nullable String onec, CounterpartyState before) {
        Customer customer = shop.customer();
        return new Trio(field, before.agreed().get(field), customer.value(field), onec, shop.at(field), null);
    }

    private FoundConflict.Field found(Trio trio, Provenance shop, CounterpartyState before, Settlement settlement) {
        return new FoundConflict.Field(
                trio,
                before.agreedAt(),
                shop.source(trio.field()),
                shop.by(trio.field()),
                source == null && before.seenAt() != null ? before.seenAt() : now,
                source == null ? before.seenIn() : source,
                policy.of(trio.field()),
                policy.version(),
                settlement);
    }

    private boolean isEchoOver(@Nullable Instant sentAt) {
        return sentAt == null || sentAt.plus(echo).isBefore(now);
    }

    /** Whether 1C has what was decided; of numbers it may have more. */
    private static boolean holds(CustomerField field, String onec, String result) {
        if (field != CustomerField.PHONE) {
            return field.isSame(onec, result);
        }
        return numbers(onec).containsAll(numbers(result));
    }

    private static List<String> numbers(String text) {
        return Phone.all(text).stream().map(Phone::normal).toList();
    }
}
