package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Refused;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Why;
import ru.freesport.console.customers.records.CustomerRecords;

/** Differences that are to stay: both sides keep what they have, and the same values are not asked about again. */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional
public class ConflictDismissals {

    private final JdbcClient database;
    private final DecisionSteps steps;
    private final ConflictTable table;
    private final ConflictTransitions transitions;
    private final CustomerRecords records;
    private final ConflictsSettings settings;
    private final CurrentUser user;
    private final AuditLog audit;

    ConflictDismissals(
            JdbcClient database,
            DecisionSteps steps,
            ConflictTable table,
            ConflictTransitions transitions,
            CustomerRecords records,
            ConflictsSettings settings,
            CurrentUser user,
            AuditLog audit) {
        this.database = database;
        this.steps = steps;
        this.table = table;
        this.transitions = transitions;
        this.records = records;
        this.settings = settings;
        this.user = user;
        this.audit = audit;
    }

    /** Both sides stay as they are, and these values are not asked about again. */
    public ConflictOutcome dismiss(long id, long version, String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        if (reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        List<ConflictField> fields = table.fields(id);
        Optional<ConflictOutcome> quicker = steps.quicker(row, version, fields, List.of());
        if (quicker.isPresent()) {
            return quicker.get();
        }
        fields.forEach(field -> leaveAlone(row.onecId(), field, true));
        if (row.customerId() != null) {
            records.state(row.customerId(), SyncState.SYNCED, null);
        }
        audit.record(user.actor(), "customers.conflict.dismissed", "conflict:" + id, null, null, reason.strip());
        return steps.done(transitions.move(
                row,
                ConflictMove.to(ConflictState.DISMISSED, ConflictEvent.Kind.DISMISSED, reason.strip())
                        .unclaimed()));
    }

    /** What was dismissed is asked again. */
    public ConflictOutcome reopen(long id, String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        if (reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        if (row.state() != ConflictState.DISMISSED || isAnotherAtWork(row)) {
            return new Refused(Why.NOT_NOW);
        }
        table.fields(id).forEach(field -> leaveAlone(row.onecId(), field, false));
        if (row.customerId() != null) {
            records.state(row.customerId(), SyncState.CONFLICT, null);
        }
        return steps.done(transitions.move(
                row,
                ConflictMove.to(ConflictState.OPEN, ConflictEvent.Kind.REOPENED, reason.strip())
                        .dueIn(settings.norm(row.severity()))));
    }

    private boolean isAnotherAtWork(ConflictRow row) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM customer_conflict WHERE onec_id = ?
                            AND state NOT IN ('CONFIRMED', 'DISMISSED'))""").param(row.onecId()).query(Boolean.class).single();
    }

    private void leaveAlone(String onecId, ConflictField field, boolean leave) {
        LeftAlone.Pair pair =
                LeftAlone.pair(field.field(), field.shop().value(), field.onec().value());
        database.sql(
                        leave
                                ? "UPDATE counterparty SET left_alone = left_alone || jsonb_build_object(:field, :pair) WHERE onec_id = :id"
                                : "UPDATE counterparty SET left_alone = left_alone - :field WHERE onec_id = :id AND :pair IS NOT NULL")
                .param("field", field.field().name())
                .param("pair", pair.text())
                .param("id", onecId)
                .update();
    }
}
