package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Clash;
import ru.freesport.console.customers.conflicts.DecisionTable.Decision;
import ru.freesport.console.customers.conflicts.DecisionTable.Stored;
import ru.freesport.console.customers.records.CustomerRecords;

/** The steps that all acts on a conflict share: lock it, see who was quicker, and let a decision hold. */
@Component
class DecisionSteps {

    private final ConflictTable table;
    private final DecisionTable decisions;
    private final ConflictTransitions transitions;
    private final ConflictReading reading;
    private final CustomerRecords records;
    private final ConflictsSettings settings;
    private final CurrentUser user;
    private final AuditLog audit;

    DecisionSteps(
            ConflictTable table,
            DecisionTable decisions,
            ConflictTransitions transitions,
            ConflictReading reading,
            CustomerRecords records,
            ConflictsSettings settings,
            CurrentUser user,
            AuditLog audit) {
        this.table = table;
        this.decisions = decisions;
        this.transitions = transitions;
        this.reading = reading;
        this.records = records;
        this.settings = settings;
        this.user = user;
        this.audit = audit;
    }

    /** The customer first, then the conflict: whoever changes a customer takes them in this order too. */
    Optional<Locked> lock(long id) {
        Optional<ConflictRow> found = table.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        UUID customerId = found.get().customerId();
        Customer customer = customerId == null ? null : records.lock(customerId).orElse(null);
        return table.lock(id).map(row -> new Locked(row, customer));
    }

    record Locked(ConflictRow row, @Nullable Customer customer) {}

    /** Whether somebody, or 1C, was quicker than the person. */
    Optional<ConflictOutcome> quicker(
            ConflictRow row, long version, List<ConflictField> fields, List<FieldDecision> mine) {
        if (row.state() == ConflictState.CLAIMED
                && row.claimedBy() != null
                && !row.claimedBy().equals(user.name())
                && !row.awaitsSecond()) {
            return Optional.of(
                    new ConflictOutcome.ClaimedBySomebody(row.claimedBy(), row.claimedUntil(), reading.details(row)));
        }
        if (row.state().isWaiting() && !row.awaitsSecond() && row.version() == version) {
            return Optional.empty();
        }
        Map<CustomerField, String> theirs = new EnumMap<>(CustomerField.class);
        Optional<Decision> current = decisions.current(row.id());
        current.ifPresent(decision -> decision.choices().forEach(one -> {
            if (one.value() != null) {
                theirs.put(one.field(), one.value());
            }
        }));
        if (current.isEmpty()) {
            return Optional.of(changedMeanwhile(row, mine));
        }
        Decision decision = current.get();
        String who = decision.view().second() == null
                ? decision.actor().name()
                : decision.view().second().name();
        Instant at = decision.view().secondAt() == null
                ? decision.view().at()
                : decision.view().secondAt();
        return Optional.of(new Clash(who, at, DecisionCheck.clashes(fields, mine, theirs), reading.details(row)));
    }

    /** The values are other ones than the person looked at. */
    ConflictOutcome changedMeanwhile(ConflictRow row, List<FieldDecision> mine) {
        ConflictDetails details = reading.details(row);
        ConflictEvent last = details.events().stream()
                .filter(event ->
                        event.kind() != ConflictEvent.Kind.COMMENT && event.kind() != ConflictEvent.Kind.ESCALATED)
                .findFirst()
                .orElseThrow();
        Map<CustomerField, String> theirs = new EnumMap<>(CustomerField.class);
        for (ConflictField field : details.fields()) {
            String now = field.result() != null ? field.result() : field.onec().value();
            if (now != null) {
                theirs.put(field.field(), now);
            }
        }
        return new Clash(
                last.actor().name(), last.at(), DecisionCheck.clashes(details.fields(), mine, theirs), details);
    }

    ConflictOutcome resolved(
            ConflictRow row,
            UUID customer,
            long decision,
            List<Stored> stored,
            ConflictEvent.Kind kind,
            @Nullable String reason) {
        audit("customers.conflict.resolved", row, stored, reason);
        ConflictRow now = transitions.move(
                row,
                ConflictMove.to(ConflictState.RESOLVED, kind, reason)
                        .decision(decision)
                        .proposal(null)
                        .unclaimed()
                        .held(settings.undo()));
        records.state(customer, SyncState.PENDING, now.holdUntil());
        return done(now);
    }

    /** The log names fields and choices; the values stand in the conflict. */
    void audit(String action, ConflictRow row, List<Stored> stored, @Nullable String reason) {
        String choices = stored.stream()
                .map(one -> one.field() + " " + one.choice())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        audit.record(user.actor(), action, "conflict:" + row.id(), null, choices, text(reason));
    }

    ConflictDetails details(ConflictRow row) {
        return reading.details(row);
    }

    ConflictOutcome done(ConflictRow row) {
        return new ConflictOutcome.Done(reading.details(row));
    }

    static @Nullable String text(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
