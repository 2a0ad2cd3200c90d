package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Refused;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Why;
import ru.freesport.console.customers.conflicts.DecisionTable.Decision;
import ru.freesport.console.customers.conflicts.DecisionTable.Stored;
import ru.freesport.console.customers.records.CustomerRecords;

/**
 * Decisions about values that differ.
 *
 * <p>The way of one: {@link #decide} with the version that the person looked at and a choice for each field. It is
 * {@link ConflictOutcome.Done} when it holds at once, and {@link ConflictOutcome.Proposed} when an INN or an e-mail
 * changes on either side: then it waits for a {@link SecondPerson}. A decision that holds changes the shop at once and
 * leaves for 1C only when its time of grace is over ({@code row().holdUntil()}); until then {@link #undo} takes it back,
 * afterwards {@link #reverse} puts another one in its place. {@link ConflictDismissals} leave both sides as they are.
 *
 * <p>Whoever comes second is told by {@link ConflictOutcome.Clash} who was quicker and what they decided; nothing is
 * written twice.
 */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional
public class ConflictDecisions {

    private final DecisionSteps steps;
    private final ConflictTable table;
    private final DecisionTable decisions;
    private final DecisionEffects effects;
    private final ConflictTransitions transitions;
    private final CustomerRecords records;
    private final ConflictsSettings settings;
    private final CurrentUser user;
    private final AuditLog audit;

    ConflictDecisions(
            DecisionSteps steps,
            ConflictTable table,
            DecisionTable decisions,
            DecisionEffects effects,
            ConflictTransitions transitions,
            CustomerRecords records,
            ConflictsSettings settings,
            CurrentUser user,
            AuditLog audit) {
        this.steps = steps;
        this.table = table;
        this.decisions = decisions;
        this.effects = effects;
        this.transitions = transitions;
        this.records = records;
        this.settings = settings;
        this.user = user;
        this.audit = audit;
    }

    /**
     * @param version of the details that the person looked at
     * @param choices one for each field of the conflict
     * @param reason asked for when a choice departs from the suggestion
     */
    public ConflictOutcome decide(long id, long version, List<FieldDecision> choices, @Nullable String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        Customer customer = locked.get().customer();
        if (row.kind() != ConflictKind.FIELDS || customer == null) {
            return new Refused(Why.NOT_THIS_KIND);
        }
        List<ConflictField> fields = table.fields(id);
        Optional<ConflictOutcome> quicker = steps.quicker(row, version, fields, choices);
        if (quicker.isPresent()) {
            return quicker.get();
        }
        DecisionCheck check = DecisionCheck.of(fields, choices, reason);
        if (check.refused() != null) {
            return check.refused();
        }
        return hold(row, customer, fields, check, reason);
    }

    private ConflictOutcome hold(
            ConflictRow row,
            Customer customer,
            List<ConflictField> fields,
            DecisionCheck check,
            @Nullable String reason) {
        List<Stored> stored = DecisionEffects.withBefore(check.stored(), customer);
        if (check.needsSecondPerson()) {
            return propose(row, stored, reason);
        }
        long decision = decisions.insert(
                row.id(), DecisionView.State.IN_FORCE, user.actor(), DecisionSteps.text(reason), stored);
        effects.apply(customer, row, fields, stored, user.actor());
        return steps.resolved(
                row, customer.id(), decision, stored, ConflictEvent.Kind.RESOLVED, DecisionSteps.text(reason));
    }

    /**
     * Puts another decision in the place of one that 1C was told, or that it had anyway; the new one goes to 1C as any does.
     * Not when one of the values was changed since, or when a later question about the same counterparty came up.
     *
     * @param version of the details that the person looked at
     * @param choices one for each field of the conflict
     */
    public ConflictOutcome reverse(long id, long version, List<FieldDecision> choices, String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        Customer customer = locked.get().customer();
        Optional<Decision> decision = decisions.current(id).filter(one -> one.state() == DecisionView.State.IN_FORCE);
        if (row.version() != version) {
            return steps.changedMeanwhile(row, choices);
        }
        if (customer == null || decision.isEmpty() || !row.canBeReversed(table.now()) || table.isOvertaken(row)) {
            return new Refused(Why.NOT_NOW);
        }
        if (reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        List<ConflictField> fields = table.fields(id);
        DecisionCheck check = DecisionCheck.of(fields, choices, reason);
        if (check.refused() != null) {
            return check.refused();
        }
        Optional<Refused> unfit = unfit(decision.get(), customer, check);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        decisions.end(decision.get().id(), DecisionView.State.REVERSED);
        ConflictRow open = transitions.move(
                row,
                ConflictMove.to(ConflictState.REOPENED, ConflictEvent.Kind.REVERSED, reason.strip())
                        .decision(null)
                        .held(null)
                        .dueIn(settings.norm(row.severity())));
        records.state(customer.id(), SyncState.CONFLICT, null);
        return hold(open, customer, fields, check, reason);
    }

    /** A decision can be replaced as long as the shop still has what it brought, and by another one only. */
    private static Optional<Refused> unfit(Decision decision, Customer customer, DecisionCheck check) {
        boolean isSame = true;
        for (Stored before : decision.choices()) {
            CustomerField field = before.field();
            if (!field.agree(customer.value(field), before.value())) {
                return Optional.of(new Refused(Why.CHANGED_SINCE, field));
            }
            isSame &= check.stored().stream()
                    .anyMatch(one -> one.field() == field && field.isSame(one.value(), before.value()));
        }
        return isSame ? Optional.of(new Refused(Why.SAME_AS_DECIDED)) : Optional.empty();
    }

    private ConflictOutcome propose(ConflictRow row, List<Stored> stored, @Nullable String reason) {
        long proposal = decisions.insert(
                row.id(), DecisionView.State.PROPOSED, user.actor(), DecisionSteps.text(reason), stored);
        steps.audit("customers.conflict.proposed", row, stored, reason);
        ConflictRow now = transitions.move(
                row,
                ConflictMove.to(ConflictState.CLAIMED, ConflictEvent.Kind.PROPOSED, DecisionSteps.text(reason))
                        .claimedBy(user.name(), settings.claim())
                        .proposal(proposal));
        return new ConflictOutcome.Proposed(steps.details(now));
    }

    /** Takes a decision back that has not left yet; the shop has its own values again. */
    public ConflictOutcome undo(long id, String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        Customer customer = locked.get().customer();
        Optional<Decision> decision = decisions.current(id);
        if (decision.isEmpty() || !row.canBeUndone(table.now())) {
            return new Refused(Why.TOO_LATE_TO_UNDO);
        }
        Optional<CustomerField> changed = customer == null
                ? Optional.empty()
                : effects.undo(customer, row, table.fields(id), decision.get(), user.actor());
        if (changed.isPresent()) {
            return new Refused(Why.CHANGED_SINCE, changed.get());
        }
        decisions.end(decision.get().id(), DecisionView.State.UNDONE);
        audit.record(
                user.actor(), "customers.conflict.undone", "conflict:" + id, null, null, DecisionSteps.text(reason));
        return steps.done(transitions.move(
                row,
                ConflictMove.to(ConflictState.OPEN, ConflictEvent.Kind.UNDONE, DecisionSteps.text(reason))
                        .decision(null)
                        .held(null)
                        .unclaimed()));
    }
}
