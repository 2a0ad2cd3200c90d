package ru.freesport.console.customers.conflicts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Refused;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Why;
import ru.freesport.console.customers.conflicts.DecisionTable.Decision;
import ru.freesport.console.customers.conflicts.DecisionTable.Stored;

/** Where a decision about an INN or an e-mail waits: nobody approves what they proposed, administrators included. */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional
public class SecondPerson {

    private final DecisionSteps steps;
    private final ConflictTable table;
    private final DecisionTable decisions;
    private final DecisionEffects effects;
    private final ConflictTransitions transitions;
    private final CurrentUser user;
    private final AuditLog audit;

    SecondPerson(
            DecisionSteps steps,
            ConflictTable table,
            DecisionTable decisions,
            DecisionEffects effects,
            ConflictTransitions transitions,
            CurrentUser user,
            AuditLog audit) {
        this.steps = steps;
        this.table = table;
        this.decisions = decisions;
        this.effects = effects;
        this.transitions = transitions;
        this.user = user;
        this.audit = audit;
    }

    /** The second person agrees: the proposal holds from now on. */
    public ConflictOutcome approve(long id, long version, @Nullable String reason) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        Customer customer = locked.get().customer();
        Optional<Decision> proposal = proposal(row);
        if (proposal.isEmpty() || customer == null) {
            return proposalGone(row);
        }
        if (proposal.get().actor().name().equals(user.name())) {
            return new Refused(Why.OWN_PROPOSAL);
        }
        List<ConflictField> fields = table.fields(id);
        if (row.version() != version) {
            return steps.changedMeanwhile(row, List.of());
        }
        List<Stored> stored = DecisionEffects.withBefore(proposal.get().choices(), customer);
        decisions.second(
                proposal.get().id(), DecisionView.State.IN_FORCE, user.actor(), DecisionSteps.text(reason), stored);
        effects.apply(customer, row, fields, stored, proposal.get().actor());
        return steps.resolved(
                row,
                customer.id(),
                proposal.get().id(),
                stored,
                ConflictEvent.Kind.APPROVED,
                DecisionSteps.text(reason));
    }

    /** The second person says no. */
    public ConflictOutcome refuse(long id, String reason) {
        return endProposal(id, reason, DecisionView.State.REFUSED, ConflictEvent.Kind.REFUSED);
    }

    /** The first person thinks better of it. */
    public ConflictOutcome withdraw(long id, String reason) {
        return endProposal(id, reason, DecisionView.State.WITHDRAWN, ConflictEvent.Kind.WITHDRAWN);
    }

    private ConflictOutcome endProposal(long id, String reason, DecisionView.State end, ConflictEvent.Kind kind) {
        Optional<DecisionSteps.Locked> locked = steps.lock(id);
        if (locked.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = locked.get().row();
        Optional<Decision> proposal = proposal(row);
        if (proposal.isEmpty()) {
            return proposalGone(row);
        }
        boolean isOwn = proposal.get().actor().name().equals(user.name());
        if (isOwn != (end == DecisionView.State.WITHDRAWN)) {
            return new Refused(isOwn ? Why.OWN_PROPOSAL : Why.NOT_YOURS);
        }
        if (!isOwn && reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        if (isOwn) {
            decisions.end(proposal.get().id(), end);
        } else {
            decisions.second(
                    proposal.get().id(),
                    end,
                    user.actor(),
                    reason.strip(),
                    proposal.get().choices());
        }
        audit.record(
                user.actor(),
                "customers.conflict." + end.name().toLowerCase(Locale.ROOT),
                "conflict:" + id,
                null,
                null,
                DecisionSteps.text(reason));
        return steps.done(transitions.move(
                row,
                ConflictMove.to(ConflictClaims.waiting(row), kind, DecisionSteps.text(reason))
                        .proposal(null)
                        .unclaimed()));
    }

    private Optional<Decision> proposal(ConflictRow row) {
        return decisions.current(row.id()).filter(one -> one.state() == DecisionView.State.PROPOSED);
    }

    private ConflictOutcome proposalGone(ConflictRow row) {
        return row.state().isWaiting() ? new Refused(Why.NOTHING_PROPOSED) : steps.changedMeanwhile(row, List.of());
    }
}
