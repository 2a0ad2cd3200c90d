package ru.freesport.console.jobs;

import java.time.Instant;
import java.util.List;
import ru.freesport.console.shared.Actor;

/**
 * A line of a run's timeline.
 *
 * @param message translation key, whose places the arguments fill
 */
public record RunEvent(long id, long runId, Instant at, Actor actor, Kind kind, String message, List<String> args) {

    public enum Kind {
        STATE,
        NOTE,
        WARNING
    }

    public RunEvent {
        args = List.copyOf(args);
    }
}
