package ru.freesport.console.jobs;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands, and the only place that knows where it may go from there. */
public enum RunState {
    /** Waits for a node and for its task's lease. */
    QUEUED,
    RUNNING,
    /** Stopped before it did harm; a person lets it go on, has another run do it, or gives it up. */
    HELD,
    COMPLETED,
    COMPLETED_WITH_REJECTS,
    /** Done by the other way, because the usual one was not to be had. */
    FALLBACK,
    FAILED,
    CANCELLED;

    private static final Set<RunState> OUTCOMES =
            EnumSet.of(HELD, COMPLETED, COMPLETED_WITH_REJECTS, FALLBACK, FAILED, CANCELLED);

    public boolean canBecome(RunState next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == CANCELLED;
            case RUNNING -> OUTCOMES.contains(next);
            case HELD -> next == QUEUED || next == COMPLETED || next == CANCELLED;
            case COMPLETED, COMPLETED_WITH_REJECTS, FALLBACK, FAILED, CANCELLED -> false;
        };
    }

    /** Nothing comes after this state. */
    public boolean isFinal() {
        return this != HELD && OUTCOMES.contains(this);
    }

    /** What a task may answer with. */
    boolean isOutcome() {
        return OUTCOMES.contains(this);
    }
}
