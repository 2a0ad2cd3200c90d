package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A decision, in force or not.
 *
 * @param second who approved or refused it, when that was needed
 * @param identifiedAs the answer to "who is this?", when that was asked
 * @param isNew the other answer: nobody the shop knows
 */
public record DecisionView(
        long id,
        State state,
        Instant at,
        Actor actor,
        @Nullable String reason,
        List<FieldDecision> choices,
        @Nullable Actor second,
        @Nullable Instant secondAt,
        @Nullable String secondReason,
        @Nullable UUID identifiedAs,
        boolean isNew) {

    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        IN_FORCE,
        /** The second person said no. */
        REFUSED,
        /** The first person thought better of it. */
        WITHDRAWN,
        UNDONE,
        /** Another one took its place after 1C had been told. */
        REVERSED,
        /** 1C came with something else. */
        OVERTAKEN
    }
}
