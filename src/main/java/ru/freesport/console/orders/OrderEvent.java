package ru.freesport.console.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * Something that happened to an order.
 *
 * @param partNumber null when it concerns the whole order
 * @param way to 1C, where it went one
 * @param detail a reason, a batch, 1C's number or its objection
 */
public record OrderEvent(
        Instant at,
        @Nullable String partNumber,
        Kind kind,
        Actor actor,
        @Nullable HandoverWay way,
        @Nullable String detail) {

    public enum Kind {
        PLACED,
        PREPARED,
        OFFERED_AGAIN,
        HANDED_OVER,
        CONFIRMED,
        NUMBER_DIFFERS,
        REJECTED,
        RELEASED,
        STATUS_CHANGED,
        CANCELLED
    }
}
