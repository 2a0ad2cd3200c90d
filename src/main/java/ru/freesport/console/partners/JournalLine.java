package ru.freesport.console.partners;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * One line of what went in and out: an attempt of a call, or a file.
 *
 * @param channel the circuit or the door it went through
 * @param name the operation of a call, the name of a file
 * @param attempt 0 for a file
 * @param duration null of a file, and while a call is out
 * @param result null of a file, and while a call is out
 * @param size bytes both ways
 */
public record JournalLine(
        Kind kind,
        long id,
        Message.Direction direction,
        String channel,
        String name,
        int attempt,
        Actor actor,
        Instant at,
        @Nullable Duration duration,
        @Nullable CallResult result,
        @Nullable CallError error,
        @Nullable Integer httpStatus,
        long size,
        @Nullable String correlationId,
        boolean isReplay) {

    public enum Kind {
        CALL,
        FILE
    }

    /** Where the next page of a list begins. */
    public Position position() {
        return new Position(at, kind, id);
    }

    /** A place in the list: newest first, at one moment calls before files, then by number. */
    public record Position(Instant at, Kind kind, long id) {}
}
