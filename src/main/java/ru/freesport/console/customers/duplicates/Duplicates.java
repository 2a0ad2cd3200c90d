package ru.freesport.console.customers.duplicates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerChanged;
import ru.freesport.console.customers.CustomerContact;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.duplicates.MergeTable.Taken;
import ru.freesport.console.customers.records.ChangeOrigin;
import ru.freesport.console.customers.records.Contacts;
import ru.freesport.console.customers.records.CustomerRecords;

/**
 * Customers that registered twice. Made one, the other is not deleted: it stands behind the kept one, which takes over what
 * it had not, and can stand for itself again at any time. "Not the same" is remembered and not asked again.
 */
@Service
@PreAuthorize(Duplicates.MAY_DECIDE)
@Transactional
public class Duplicates {

    static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'MANAGER')";
    private static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER')";

    private final MergeTable table;
    private final CustomerRecords records;
    private final Contacts contacts;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final AuditLog audit;

    Duplicates(
            MergeTable table,
            CustomerRecords records,
            Contacts contacts,
            Customers customers,
            ApplicationEventPublisher events,
            CurrentUser user,
            AuditLog audit) {
        this.table = table;
        this.records = records;
        this.contacts = contacts;
        this.customers = customers;
        this.events = events;
        this.user = user;
        this.audit = audit;
    }

    /** Who may be the same, by INN, e-mail, or phone with name; not those of whom somebody said they are not. */
    @PreAuthorize(MAY_LOOK)
    @Transactional(readOnly = true)
    public List<Duplicate> of(UUID id) {
        Map<UUID, List<MatchKey>> alike = table.alike(id);
        Map<UUID, Customer> seen = customers.glance(alike.keySet());
        return alike.entrySet().stream()
                .filter(one -> seen.containsKey(one.getKey()))
                .map(one -> new Duplicate(seen.get(one.getKey()), one.getValue()))
                .toList();
    }

    /** In which this customer is kept or part of another, newest first; without those that were taken back. */
    @PreAuthorize(MAY_LOOK)
    @Transactional(readOnly = true)
    public List<Merge> merges(UUID id) {
        List<Merge> merges = new ArrayList<>();
        for (MergeTable.Row row : table.of(id)) {
            Map<UUID, Customer> both = customers.glance(List.of(row.kept(), row.merged()));
            merges.add(new Merge(
                    row.id(),
                    Objects.requireNonNull(both.get(row.kept())),
                    Objects.requireNonNull(both.get(row.merged())),
                    row.at(),
                    row.by(),
                    row.reason()));
        }
        return merges;
    }

    /**
     * {@code merged} becomes part of {@code kept}: what the kept one has not it takes over, contacts it has already are kept
     * beside its own, and 1C's id goes over when only the other one has it.
     */
    public MergeOutcome merge(UUID kept, UUID merged, String reason) {
        if (reason.isBlank()) {
            return MergeOutcome.REASON_MISSING;
        }
        Optional<Both> locked = lock(kept, merged);
        if (locked.isEmpty()
                || locked.get().kept.standing().mergedInto() != null
                || locked.get().merged.standing().mergedInto() != null) {
            return MergeOutcome.NOT_NOW;
        }
        Both both = locked.get();
        if (both.kept.onecId() != null && both.merged.onecId() != null) {
            return MergeOutcome.BOTH_IN_ONEC;
        }
        if (table.hasMerged(merged)) {
            return MergeOutcome.HAS_MERGED;
        }
        if (table.isInConflict(kept, merged)) {
            return MergeOutcome.IN_CONFLICT;
        }
        long id = table.next();
        Taken taken = new Taken(missing(both), both.merged.onecId(), contacts(both));
        Map<CustomerField, @Nullable String> values = new EnumMap<>(CustomerField.class);
        values.putAll(taken.fields());
        records.change(both.kept, values, origin(ChangeSource.MERGE, id));
        taken.contacts()
                .forEach((field, all) ->
                        all.forEach(value -> contacts.add(kept, field, value, null, ChangeSource.MERGE)));
        if (taken.onecId() != null) {
            table.moveOnecId(merged, kept, taken.onecId());
        }
        table.part(merged, kept);
        table.insert(id, kept, merged, user.actor(), reason.strip(), taken);
        audit.record(
                user.actor(),
                "customers.merged",
                "customer:" + kept,
                null,
                Long.toString(both.merged.code()),
                reason.strip());
        tell(kept);
        return MergeOutcome.DONE;
    }

    /** Two again: what was taken over goes back unless it has changed since. */
    public MergeOutcome unmerge(long id, String reason) {
        if (reason.isBlank()) {
            return MergeOutcome.REASON_MISSING;
        }
        Optional<MergeTable.Row> found = table.inForce(id);
        Optional<Both> locked = found.flatMap(row -> lock(row.kept(), row.merged()));
        if (locked.isEmpty()) {
            return MergeOutcome.NOT_NOW;
        }
        MergeTable.Row row = found.get();
        Both both = locked.get();
        Taken taken = row.taken();
        boolean isOnecIdBack = taken.onecId() != null && taken.onecId().equals(both.kept.onecId());
        if (isOnecIdBack && table.isInConflict(row.kept(), row.merged())) {
            return MergeOutcome.IN_CONFLICT;
        }
        Map<CustomerField, @Nullable String> back = new EnumMap<>(CustomerField.class);
        taken.fields().forEach((field, value) -> {
            if (value.equals(both.kept.value(field))) {
                back.put(field, null);
            }
        });
        records.change(both.kept, back, origin(ChangeSource.UNDO, id));
        // what goes back to the other one is no further contact of this one either
        back.keySet()
                .forEach(field -> contacts.remove(
                        row.kept(), field, field.normal(taken.fields().get(field))));
        taken.contacts().forEach((field, all) -> all.forEach(value -> contacts.remove(row.kept(), field, value)));
        table.part(row.merged(), null);
        if (isOnecIdBack) {
            table.moveOnecId(row.kept(), row.merged(), taken.onecId());
        }
        table.undone(id, user.actor(), reason.strip());
        audit.record(
                user.actor(),
                "customers.unmerged",
                "customer:" + row.kept(),
                Long.toString(both.merged.code()),
                null,
                reason.strip());
        tell(row.kept());
        tell(row.merged());
        return MergeOutcome.DONE;
    }

    /** They are two, however alike they look; neither is offered as the other from now on. */
    public MergeOutcome notSame(UUID one, UUID other, @Nullable String reason) {
        if (lock(one, other).isEmpty()) {
            return MergeOutcome.NOT_NOW;
        }
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        table.notSame(one, other, user.actor(), why);
        audit.record(user.actor(), "customers.notSame", "customer:" + one, null, other.toString(), why);
        return MergeOutcome.DONE;
    }

    private record Both(Customer kept, Customer merged) {}

    /** In one order, so that two people who do this at once cannot block each other. */
    private Optional<Both> lock(UUID kept, UUID merged) {
        if (kept.equals(merged)) {
            return Optional.empty();
        }
        boolean isKeptFirst = kept.toString().compareTo(merged.toString()) < 0;
        Optional<Customer> first = records.lock(isKeptFirst ? kept : merged);
        Optional<Customer> second = records.lock(isKeptFirst ? merged : kept);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isKeptFirst ? new Both(first.get(), second.get()) : new Both(second.get(), first.get()));
    }

    private static Map<CustomerField, String> missing(Both both) {
        Map<CustomerField, String> missing = new EnumMap<>(CustomerField.class);
        both.merged.values().forEach((field, value) -> {
            if (both.kept.value(field) == null) {
                missing.put(field, value);
            }
        });
        return missing;
    }

    /** Of the other one's phones and e-mails those that the kept one does not have anyhow. */
    private Map<CustomerField, List<String>> contacts(Both both) {
        List<CustomerContact> known = contacts.of(both.kept.id());
        Map<CustomerField, List<String>> found = new EnumMap<>(CustomerField.class);
        both.merged.values().forEach((field, value) -> {
            if (field.isContact() && both.kept.value(field) != null) {
                add(found, known, both.kept, field, field.normal(value));
            }
        });
        contacts.of(both.merged.id()).forEach(one -> add(found, known, both.kept, one.field(), one.value()));
        return found;
    }

    private static void add(
            Map<CustomerField, List<String>> found,
            List<CustomerContact> known,
            Customer kept,
            CustomerField field,
            String value) {
        boolean isKnown = field.isSame(value, kept.value(field))
                || known.stream()
                        .anyMatch(one -> one.field() == field && one.value().equals(value));
        List<String> all = found.computeIfAbsent(field, _ -> new ArrayList<>());
        if (!isKnown && !all.contains(value)) {
            all.add(value);
        }
    }

    private ChangeOrigin origin(ChangeSource source, long merge) {
        return new ChangeOrigin(source, user.actor(), "merge:" + merge);
    }

    private void tell(UUID customer) {
        records.toBeSent(customer, null);
        events.publishEvent(new CustomerChanged(customer));
    }
}
