package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A line of a conflict's history; text {@code customers.event.KIND}.
 *
 * @param state after it
 * @param text a person's words: a reason or a comment
 */
public record ConflictEvent(
        long id,
        Instant at,
        Kind kind,
        ConflictState state,
        Actor actor,
        @Nullable String text) {

    public enum Kind {
        OPENED,
        CHANGED,
        CLAIMED,
        TAKEN_OVER,
        RELEASED,
        PROPOSED,
        REFUSED,
        WITHDRAWN,
        RESOLVED,
        APPROVED,
        UNDONE,
        REVERSED,
        SENT,
        CONFIRMED,
        /** 1C brought back what was decided against. */
        RETURNED,
        REOPENED,
        DISMISSED,
        /** Both sides came to the same by themselves. */
        FADED,
        ESCALATED,
        COMMENT
    }
}
