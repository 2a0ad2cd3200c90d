package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.OnBehalf;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/**
 * Decides conflicts of one pattern alike, as whoever asked for it: each by itself, in its own transaction and under the rules of
 * a single decision, so that whoever is at work, what changed meanwhile and what takes two people is left or proposed,
 * never overrun. Begun again it goes on with what still waits.
 */
@Component
class BulkDecisionsTask implements ScheduledTask {

    static final String NAME = "customers.bulk-decisions";
    static final String PATTERN = "pattern";
    static final String SEEN = "seen";
    static final String CHOICE = "choice";
    static final String REASON = "reason";

    private static final int PAGE = 200;
    /** Conflicts that are named one by one in the run's timeline. */
    private static final int NAMED = 100;

    private final Conflicts conflicts;
    private final ConflictDecisions decisions;
    private final OnBehalf onBehalf;

    BulkDecisionsTask(Conflicts conflicts, ConflictDecisions decisions, OnBehalf onBehalf) {
        this.conflicts = conflicts;
        this.decisions = decisions;
        this.onBehalf = onBehalf;
    }

    /** What became of one. Text of those that were left: {@code customers.bulk.left.NAME}. */
    enum Result {
        DONE,
        /** Waits for a second person. */
        PROPOSED,
        /** Somebody else works on it. */
        CLAIMED,
        /** Is not any more what was previewed. */
        CHANGED,
        /** Cannot be decided so. */
        REFUSED
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RunState run(RunContext run) {
        return onBehalf.of(run.actor().name(), () -> work(run));
    }

    private RunState work(RunContext run) {
        ConflictFilter filter = ConflictFilter.ofPattern(run.parameter(PATTERN).orElseThrow());
        Instant seen = Instant.parse(run.parameter(SEEN).orElseThrow());
        Choice choice = Choice.valueOf(run.parameter(CHOICE).orElseThrow());
        String reason = run.parameter(REASON).orElseThrow();
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        int all = conflicts.exactCount(filter);
        int looked = 0;
        List<ConflictRow> page = conflicts.page(filter, null, PAGE);
        while (!page.isEmpty()) {
            for (ConflictRow row : page) {
                run.checkpoint();
                Result result = row.awaitsSecond()
                        ? Result.CLAIMED
                        : row.changedAt().isAfter(seen) ? Result.CHANGED : decide(row, choice, reason);
                counts.merge(result, 1, Integer::sum);
                tell(run, row, result, counts);
                run.progress(++looked, all);
                run.summary(counts);
            }
            page = conflicts.page(filter, page.getLast().id(), PAGE);
        }
        run.rows(looked);
        run.note(
                "customers.bulk.done",
                count(counts, Result.DONE),
                count(counts, Result.PROPOSED),
                count(counts, Result.CLAIMED),
                count(counts, Result.CHANGED),
                count(counts, Result.REFUSED));
        return counts.keySet().stream().allMatch(result -> result == Result.DONE || result == Result.PROPOSED)
                ? RunState.COMPLETED
                : RunState.COMPLETED_WITH_REJECTS;
    }

    private Result decide(ConflictRow row, Choice choice, String reason) {
        List<FieldDecision> choices = row.fields().stream()
                .map(field -> FieldDecision.of(field, choice))
                .toList();
        return switch (decisions.decide(row.id(), row.version(), choices, reason)) {
            case ConflictOutcome.Done _ -> Result.DONE;
            case ConflictOutcome.Proposed _ -> Result.PROPOSED;
            case ConflictOutcome.ClaimedBySomebody _ -> Result.CLAIMED;
            case ConflictOutcome.Clash _ -> Result.CHANGED;
            case ConflictOutcome.Refused _, ConflictOutcome.Unknown _ -> Result.REFUSED;
        };
    }

    private static void tell(RunContext run, ConflictRow row, Result result, Map<Result, Integer> counts) {
        if (result != Result.DONE && result != Result.PROPOSED && counts.get(result) <= NAMED) {
            run.warn("customers.bulk.left." + result, row.id());
        }
    }

    private static int count(Map<Result, Integer> counts, Result result) {
        return counts.getOrDefault(result, 0);
    }
}
