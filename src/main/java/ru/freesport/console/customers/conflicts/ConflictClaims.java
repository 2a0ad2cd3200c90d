package ru.freesport.console.customers.conflicts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Refused;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Why;

/**
 * Who works on which conflict: a claim shows a name and ends by itself; whoever cannot wait takes over with a reason.
 * Claiming again makes it last longer.
 */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional
public class ConflictClaims {

    private final ConflictTable table;
    private final ConflictTransitions transitions;
    private final ConflictReading reading;
    private final ConflictsSettings settings;
    private final CurrentUser user;
    private final AuditLog audit;

    ConflictClaims(
            ConflictTable table,
            ConflictTransitions transitions,
            ConflictReading reading,
            ConflictsSettings settings,
            CurrentUser user,
            AuditLog audit) {
        this.table = table;
        this.transitions = transitions;
        this.reading = reading;
        this.settings = settings;
        this.user = user;
        this.audit = audit;
    }

    public ConflictOutcome claim(long id) {
        Optional<ConflictRow> found = table.lock(id);
        if (found.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = found.get();
        if (!row.state().isWaiting() || row.awaitsSecond()) {
            return new Refused(Why.NOT_NOW);
        }
        if (isOfSomebodyElse(row)) {
            return new ConflictOutcome.ClaimedBySomebody(
                    String.valueOf(row.claimedBy()), row.claimedUntil(), reading.details(row));
        }
        return done(transitions.move(row, claim(ConflictEvent.Kind.CLAIMED, null)));
    }

    public ConflictOutcome takeOver(long id, String reason) {
        Optional<ConflictRow> found = table.lock(id);
        if (found.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = found.get();
        if (reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        if (!row.state().isWaiting() || row.awaitsSecond()) {
            return new Refused(Why.NOT_NOW);
        }
        audit.record(
                user.actor(),
                "customers.conflict.takenOver",
                "conflict:" + id,
                row.claimedBy(),
                user.name(),
                reason.strip());
        return done(transitions.move(row, claim(ConflictEvent.Kind.TAKEN_OVER, reason.strip())));
    }

    /** Only one's own claim; anybody else's is left alone. */
    public ConflictOutcome release(long id) {
        Optional<ConflictRow> found = table.lock(id);
        if (found.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        ConflictRow row = found.get();
        if (!user.name().equals(row.claimedBy()) || row.state() != ConflictState.CLAIMED || row.awaitsSecond()) {
            return new Refused(Why.NOT_YOURS);
        }
        return done(transitions.move(
                row,
                ConflictMove.to(waiting(row), ConflictEvent.Kind.RELEASED, null)
                        .unclaimed()
                        .withoutNewContent()));
    }

    public ConflictOutcome comment(long id, String text) {
        Optional<ConflictRow> found = table.find(id);
        if (found.isEmpty()) {
            return new ConflictOutcome.Unknown();
        }
        if (text.isBlank()) {
            return new Refused(Why.VALUE_MISSING);
        }
        transitions.note(id, ConflictEvent.Kind.COMMENT, found.get().state(), text.strip());
        return done(found.get());
    }

    boolean isOfSomebodyElse(ConflictRow row) {
        return row.state() == ConflictState.CLAIMED
                && row.claimedBy() != null
                && !row.claimedBy().equals(user.name());
    }

    /** What a conflict is when nobody works on it. */
    static ConflictState waiting(ConflictRow row) {
        return row.returned() > 0 ? ConflictState.REOPENED : ConflictState.OPEN;
    }

    private ConflictMove claim(ConflictEvent.Kind kind, @Nullable String reason) {
        return ConflictMove.to(ConflictState.CLAIMED, kind, reason)
                .claimedBy(user.name(), settings.claim())
                .withoutNewContent();
    }

    private ConflictOutcome done(ConflictRow row) {
        return new ConflictOutcome.Done(reading.details(row));
    }
}
