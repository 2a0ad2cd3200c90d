package ru.freesport.console.orders.statuses;

import org.jspecify.annotations.Nullable;

/** How an attempt to change the status map ended. */
public sealed interface StatusMapOutcome {

    /** @param runId the run that takes the documents which had waited; null when none waited */
    record Done(long version, @Nullable Long runId) implements StatusMapOutcome {}

    /** It was like that already. */
    record Unchanged() implements StatusMapOutcome {}

    /** Somebody else changed it in between. */
    record Clash(StatusMap theirs) implements StatusMapOutcome {}

    record Refused(Why why) implements StatusMapOutcome {}

    /** Each has its text under {@code orders.statuses.refused.*}. */
    enum Why {
        WORD_MISSING,
        WORD_TOO_LONG,
        /** What holds already changes only with a reason. */
        REASON_MISSING,
        NO_SUCH_THING
    }
}
