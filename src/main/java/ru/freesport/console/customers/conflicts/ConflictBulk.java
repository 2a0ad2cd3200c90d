package ru.freesport.console.customers.conflicts;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.customers.compare.Choice;

/**
 * Decides conflicts of one pattern alike: each by itself, in its own transaction and under the rules of a single decision, so
 * that whoever is at work, what changed meanwhile and what takes two people is left or proposed, never overrun.
 */
@Service
@PreAuthorize(ConflictRights.MAY_DECIDE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class ConflictBulk {

    /** So many at once; the rest is decided by asking again. */
    public static final int MOST = 500;

    private final Conflicts conflicts;
    private final ConflictDecisions decisions;

    ConflictBulk(Conflicts conflicts, ConflictDecisions decisions) {
        this.conflicts = conflicts;
        this.decisions = decisions;
    }

    /**
     * What became of them.
     *
     * @param done hold now
     * @param proposed wait for a second person
     * @param claimed somebody else works on them
     * @param changed are not any more what was previewed
     * @param refused cannot be decided so
     */
    public record Report(int done, int proposed, int claimed, int changed, int refused) {}

    /**
     * What would be decided.
     *
     * @param all how many there are of the pattern, exactly
     * @param rows those of this time, at most {@link #MOST}: what is due first, without what waits for a second person
     */
    public record Preview(int all, List<ConflictRow> rows) {}

    @Transactional(readOnly = true)
    public Preview preview(String pattern) {
        ConflictFilter filter = ConflictFilter.ofPattern(pattern);
        return new Preview(
                conflicts.exactCount(filter),
                conflicts.page(filter, null, MOST).stream()
                        .filter(row -> row.kind() == ConflictKind.FIELDS && !row.awaitsSecond())
                        .toList());
    }

    /**
     * Takes the same side everywhere.
     *
     * @param rows as they were previewed: one that has changed since is left alone
     * @param choice SHOP, ONEC or BOTH
     * @param reason kept in the history of each
     */
    public Report decide(List<ConflictRow> rows, Choice choice, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        int done = 0;
        int proposed = 0;
        int claimed = 0;
        int changed = 0;
        int refused = 0;
        for (ConflictRow row : rows) {
            List<FieldDecision> choices = new ArrayList<>();
            row.fields().forEach(field -> choices.add(FieldDecision.of(field, choice)));
            switch (decisions.decide(row.id(), row.version(), choices, reason)) {
                case ConflictOutcome.Done _ -> done++;
                case ConflictOutcome.Proposed _ -> proposed++;
                case ConflictOutcome.ClaimedBySomebody _ -> claimed++;
                case ConflictOutcome.Clash _ -> changed++;
                case ConflictOutcome.Refused _, ConflictOutcome.Unknown _ -> refused++;
            }
        }
        return new Report(done, proposed, claimed, changed, refused);
    }
}
