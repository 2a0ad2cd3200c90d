package ru.freesport.console.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/** A line of an alert's timeline. */
public record AlertEvent(
        Instant at, Kind kind, Actor actor, @Nullable String detail) {

    public enum Kind {
        RAISED,
        /** What was a failure or two has become an outage: the circuit opened. */
        WORSENED,
        TAKEN,
        TAKEN_OVER,
        RELEASED,
        MUTED,
        UNMUTED,
        RESOLVED
    }
}
