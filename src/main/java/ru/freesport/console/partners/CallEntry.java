package ru.freesport.console.partners;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * One attempt in the journal, without its bodies.
 *
 * @param result null while it is out; of an attempt whose node died it stays so and means UNKNOWN
 * @param failure what went wrong, for a person
 * @param circuit of a call to us: the door
 * @param replayOf the call that a person had made again by this one
 * @param message the stored message that was sent or received, where the traffic is a file
 */
public record CallEntry(
        long id,
        Message.Direction direction,
        String circuit,
        String operation,
        int attempt,
        boolean reads,
        @Nullable String idempotencyKey,
        String correlationId,
        Actor actor,
        Instant startedAt,
        @Nullable Duration duration,
        @Nullable CallResult result,
        @Nullable CallError error,
        @Nullable String failure,
        @Nullable Integer httpStatus,
        @Nullable Long message,
        @Nullable Long replayOf) {}
