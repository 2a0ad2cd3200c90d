package ru.freesport.console.catalog;

import org.jspecify.annotations.Nullable;

/** How an attempt to change a mapping ended. */
public sealed interface MappingOutcome {

    /** @param runId the run that takes the rows which waited for it; null when none waited */
    record Done(long change, @Nullable Long runId) implements MappingOutcome {}

    /** It was like that already. */
    record Unchanged() implements MappingOutcome {}

    /** Somebody else decided in between; {@code theirs} is null when 1C did. */
    record Clash(@Nullable MappingChange theirs) implements MappingOutcome {}

    record Refused(Why why) implements MappingOutcome {}

    enum Why {
        /** What is in use changes only with a reason. */
        REASON_MISSING,
        /** A price type that feeds a level cannot be ignored. */
        FEEDS_A_LEVEL,
        NAME_MISSING,
        NO_SUCH_THING
    }
}
