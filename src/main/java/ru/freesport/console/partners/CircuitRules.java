package ru.freesport.console.partners;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The transitions of a circuit, all of them, as pure functions of what it is, what happened, and the database's time. */
final class CircuitRules {

    private final PartnersSettings.Guard guard;

    CircuitRules(PartnersSettings.Guard guard) {
        this.guard = guard;
    }

    /** What it is once time alone has done its part: overrides end. */
    static Circuit at(Circuit circuit, Instant now) {
        if (circuit.override() == null || circuit.override().until().isAfter(now)) {
            return circuit;
        }
        // after a person's "open" nobody knows how the other side is, so a probe decides at once
        return circuit.state() == CircuitState.DISABLED ? circuit.closed(now) : circuit.open(now, now);
    }

    /** What it becomes when a call wants to pass; empty when the call must not. */
    Optional<Circuit> admit(Circuit circuit, Instant now) {
        Circuit current = at(circuit, now);
        return switch (current.state()) {
            case CLOSED, DISABLED -> Optional.of(current);
            case OPEN -> isPast(current.openUntil(), now) ? Optional.of(probe(current, now)) : Optional.empty();
            case HALF_OPEN -> isPast(current.probeUntil(), now) ? Optional.of(probe(current, now)) : Optional.empty();
            case FORCED_OPEN -> Optional.empty();
        };
    }

    /** After an attempt that the other side answered, whatever it answered. */
    Circuit answered(Circuit circuit, Instant now) {
        Circuit current = at(circuit, now);
        return switch (current.state()) {
            case CLOSED -> current.failures() == 0 ? current : current.closed(current.changedAt());
            case HALF_OPEN ->
                current.probes() + 1 >= guard.probes() ? current.closed(now) : current.probed(current.probes() + 1);
            // an answer to a call that left before it opened changes nothing
            case OPEN, FORCED_OPEN, DISABLED -> current;
        };
    }

    /** After an attempt that failed; only errors that count are shown to this. */
    Circuit failed(Circuit circuit, Instant now, CallError error, String text) {
        Circuit current = at(circuit, now);
        return switch (current.state()) {
            case CLOSED -> {
                Circuit counted = current.failed(current.failures() + 1, error, text);
                yield counted.failures() >= guard.failures() ? counted.open(now, now.plus(guard.open())) : counted;
            }
            case HALF_OPEN ->
                current.failed(current.failures() + 1, error, text).open(now, now.plus(guard.open()));
            case OPEN -> current.failed(current.failures(), error, text);
            case FORCED_OPEN, DISABLED -> current.failed(current.failures() + 1, error, text);
        };
    }

    /** A probe asked for by a person does not wait for the time to come. */
    static Circuit dueNow(Circuit circuit, Instant now) {
        Circuit current = at(circuit, now);
        return current.state() == CircuitState.OPEN ? current.open(current.changedAt(), now) : current;
    }

    static Circuit forced(Circuit circuit, CircuitState state, Circuit.Override word, Instant now) {
        if (!state.isOverride()) {
            throw new IllegalArgumentException("Not an override: " + state);
        }
        return at(circuit, now).overridden(state, word, now);
    }

    static Circuit reset(Circuit circuit, Instant now) {
        return circuit.closed(now);
    }

    private Circuit probe(Circuit circuit, Instant now) {
        return circuit.probing(now, now.plus(guard.longestProbe()));
    }

    private static boolean isPast(@org.jspecify.annotations.Nullable Instant moment, Instant now) {
        return moment == null || !moment.isAfter(now);
    }

    /** The end of an override that begins now; at most a day. */
    static Instant overrideEnd(Instant now, Duration length) {
        if (length.isNegative() || length.isZero() || length.compareTo(Circuits.LONGEST_OVERRIDE) > 0) {
            throw new IllegalArgumentException("An override lasts between a second and 24 hours");
        }
        return now.plus(length);
    }
}
