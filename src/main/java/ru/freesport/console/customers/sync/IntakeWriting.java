package ru.freesport.console.customers.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.compare.Settlement;
import ru.freesport.console.customers.compare.Trio;
import ru.freesport.console.customers.conflicts.ConflictIntake;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.FoundConflict;
import ru.freesport.console.customers.conflicts.PolicyVersion;
import ru.freesport.console.customers.conflicts.Settled;
import ru.freesport.console.customers.matching.Match;
import ru.freesport.console.customers.records.CustomerBatch;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Phone;

/** Gathers what follows from a batch of counterparties and writes it: customers, counterparties, conflicts. */
final class IntakeWriting {

    private final ConflictIntake conflicts;
    private final RowComparison comparison;
    private final PolicyVersion policy;
    private final Actor actor;
    private final @Nullable String source;
    private final CustomerBatch customers;
    private final List<CounterpartyTable.Write> counterparties = new ArrayList<>();
    private final List<FoundConflict> found = new ArrayList<>();
    private final List<Returned> returned = new ArrayList<>();
    private final List<Long> confirmed = new ArrayList<>();
    private final List<String> peaceful = new ArrayList<>();

    IntakeWriting(
            Connection connection,
            ConflictIntake conflicts,
            RowComparison comparison,
            PolicyVersion policy,
            Actor actor,
            @Nullable String source) {
        this.conflicts = conflicts;
        this.comparison = comparison;
        this.policy = policy;
        this.actor = actor;
        this.source = source;
        this.customers = new CustomerBatch(connection);
    }

    /** How counterparties are written down. */
    interface Books {
        void write(List<CounterpartyTable.Write> rows, @Nullable String source) throws SQLException;
    }

    private record Returned(long conflict, FoundConflict found) {}

    void deleted(CounterpartyRow row, byte @Nullable [] hash, @Nullable Customer customer) {
        counterparties.add(new CounterpartyTable.Write(row, hash, customer == null ? null : customer.id(), Map.of()));
        if (customer != null) {
            customers.update(customer.id(), row.onecId(), null, null, true, Map.of());
        }
    }

    void ambiguous(CounterpartyRow row, byte @Nullable [] hash, Match.Ambiguous match) {
        counterparties.add(new CounterpartyTable.Write(row, hash, null, Map.of()));
        List<FoundConflict.Field> said = row.said().entrySet().stream()
                .map(one -> said(one.getKey(), one.getValue()))
                .toList();
        found.add(new FoundConflict(
                row.onecId(),
                null,
                row.title(),
                said,
                match.candidates().stream()
                        .map(one -> new FoundConflict.CandidateFound(one.customer(), one.keys()))
                        .toList()));
    }

    /** The shop's side is empty as long as nobody knows who it is. */
    private FoundConflict.Field said(CustomerField field, String value) {
        return new FoundConflict.Field(
                new Trio(field, null, null, value),
                null,
                null,
                null,
                Instant.now(),
                source,
                policy.of(field),
                policy.version(),
                new Settlement(true, null, null, null));
    }

    void unknown(CounterpartyRow row, byte @Nullable [] hash, MalformedValues malformed) {
        UUID id = UUID.randomUUID();
        Map<CustomerField, String> values = new EnumMap<>(CustomerField.class);
        Map<CustomerField, String> agreed = new EnumMap<>(CustomerField.class);
        row.said().forEach((field, value) -> {
            if (field.isValid(value)) {
                values.put(field, kept(field, value));
                agreed.put(field, value);
            } else {
                malformed.found(row.onecId(), field, value);
            }
        });
        String phone = values.get(CustomerField.PHONE);
        customers.create(id, row.type(), row.onecId(), raw(row.said(CustomerField.PHONE), phone), values);
        further(id, row.said(CustomerField.PHONE), phone);
        counterparties.add(new CounterpartyTable.Write(row, hash, id, agreed));
        peaceful.add(row.onecId());
    }

    void known(
            CounterpartyRow row,
            byte @Nullable [] hash,
            CounterpartyState before,
            Provenance shop,
            @Nullable Settled settled,
            MalformedValues malformed) {
        Customer customer = shop.customer();
        RowResult result = comparison.compare(shop, row.said(), before, settled);
        result.malformed.forEach(field -> malformed.found(row.onecId(), field, String.valueOf(row.said(field))));
        Map<CustomerField, String> values = new EnumMap<>(CustomerField.class);
        result.shop.forEach((field, value) -> {
            String was = customer.value(field);
            String becomes = kept(field, value);
            if (!becomes.equals(was)) {
                values.put(field, becomes);
                ChangeSource changeSource = result.sources.getOrDefault(field, ChangeSource.ONEC);
                customers.change(customer.id(), field, was, becomes, changeSource);
                if (field.isContact() && was != null && !field.isSame(was, becomes)) {
                    customers.contact(customer.id(), field, field.normal(was), changeSource);
                }
            }
            if (field == CustomerField.PHONE) {
                further(customer.id(), value, becomes);
            }
        });
        result.contacts.forEach(
                number -> customers.contact(customer.id(), CustomerField.PHONE, number, ChangeSource.ONEC));
        String phone = values.get(CustomerField.PHONE);
        customers.update(
                customer.id(),
                row.onecId(),
                phone == null ? null : raw(result.shop.get(CustomerField.PHONE), phone),
                sync(result, settled),
                false,
                values);
        counterparties.add(new CounterpartyTable.Write(row, hash, customer.id(), result.agreed));
        conflict(row, customer, result);
    }

    private void conflict(CounterpartyRow row, Customer customer, RowResult result) {
        if (result.confirmed != null) {
            confirmed.add(result.confirmed);
        }
        if (result.collisions.isEmpty()) {
            peaceful.add(row.onecId());
            return;
        }
        FoundConflict conflict =
                new FoundConflict(row.onecId(), customer.id(), name(customer, row), result.collisions, List.of());
        if (result.returned != null) {
            returned.add(new Returned(result.returned, conflict));
        } else {
            found.add(conflict);
        }
    }

    /** Null leaves it to whatever holds now: what a person has just decided leaves at its own time. */
    private static @Nullable SyncState sync(RowResult result, @Nullable Settled settled) {
        if (!result.collisions.isEmpty()) {
            return SyncState.CONFLICT;
        }
        if (settled != null && settled.state() == ConflictState.RESOLVED) {
            return null;
        }
        return result.toBeSent ? SyncState.PENDING : SyncState.SYNCED;
    }

    /** @return how many conflicts a person must decide */
    int write(Set<String> waiting, Books books) throws SQLException {
        customers.write(actor, source);
        books.write(counterparties, source);
        confirmed.forEach(conflicts::confirmed);
        returned.forEach(one -> conflicts.returned(one.conflict, one.found));
        conflicts.found(found);
        peaceful.stream().filter(waiting::contains).forEach(conflicts::faded);
        return found.size() + returned.size();
    }

    private void further(UUID customer, @Nullable String written, @Nullable String used) {
        if (written != null && used != null) {
            Phone.all(written).stream()
                    .filter(Phone::isValid)
                    .map(Phone::normal)
                    .filter(number -> !number.equals(used))
                    .forEach(number -> customers.contact(customer, CustomerField.PHONE, number, ChangeSource.ONEC));
        }
    }

    private static @Nullable String raw(@Nullable String written, @Nullable String used) {
        return written == null || written.equals(used) ? null : written;
    }

    private static String name(Customer customer, CounterpartyRow row) {
        return customer.name().isBlank() ? row.title() : customer.name();
    }

    /** In the spelling the shop keeps. */
    private static String kept(CustomerField field, String value) {
        return field.kept(value);
    }
}
