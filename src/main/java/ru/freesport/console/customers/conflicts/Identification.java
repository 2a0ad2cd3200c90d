package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Refused;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Why;

/**
 * Answers "who is this?". The answer takes effect when its time of grace is over: until then {@link ConflictDecisions#undo}
 * takes it back, and nothing was linked or created yet.
 */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional
public class Identification {

    private final JdbcClient database;
    private final DecisionSteps steps;
    private final ConflictTable table;
    private final DecisionTable decisions;
    private final ConflictTransitions transitions;
    private final ConflictsSettings settings;
    private final CurrentUser user;
    private final AuditLog audit;

    Identification(
            JdbcClient database,
            DecisionSteps steps,
            ConflictTable table,
            DecisionTable decisions,
            ConflictTransitions transitions,
            ConflictsSettings settings,
            CurrentUser user,
            AuditLog audit) {
        this.database = database;
        this.steps = steps;
        this.table = table;
        this.decisions = decisions;
        this.transitions = transitions;
        this.settings = settings;
        this.user = user;
        this.audit = audit;
    }

    /**
     * It is this customer.
     *
     * @param version of the details that the person looked at
     */
    public ConflictOutcome identify(long id, long version, UUID customer, @Nullable String reason) {
        if (table.candidates(id).stream().noneMatch(one -> one.customer().equals(customer))) {
            return new Refused(Why.NOT_A_CANDIDATE);
        }
        boolean isTaken = database.sql("SELECT onec_id IS NOT NULL FROM customer WHERE id = ?")
                .param(customer)
                .query(Boolean.class)
                .single();
        return isTaken ? new Refused(Why.CUSTOMER_TAKEN) : answer(id, version, customer, reason);
    }

    /** It is none of the candidates: a new customer. They are not proposed for it again. */
    public ConflictOutcome nobodyKnown(long id, long version, @Nullable String reason) {
        return answer(id, version, null, reason);
    }

    private ConflictOutcome answer(long id, long version, @Nullable UUID customer, @Nullable String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        if (row.kind() != ConflictKind.IDENTITY) {
            return new Refused(Why.NOT_THIS_KIND);
        }
        Optional<ConflictOutcome> quicker = steps.quicker(row, version, table.fields(id), List.of());
        if (quicker.isPresent()) {
            return quicker.get();
        }
        long decision =
                decisions.insert(id, DecisionView.State.IN_FORCE, user.actor(), DecisionSteps.text(reason), List.of());
        decisions.identified(decision, customer);
        audit.record(
                user.actor(),
                "customers.conflict.identified",
                "conflict:" + id,
                null,
                customer == null ? null : "customer:" + customer,
                DecisionSteps.text(reason));
        return steps.done(transitions.move(
                row,
                ConflictMove.to(ConflictState.RESOLVED, ConflictEvent.Kind.RESOLVED, DecisionSteps.text(reason))
                        .decision(decision)
                        .unclaimed()
                        .held(settings.undo())));
    }
}
