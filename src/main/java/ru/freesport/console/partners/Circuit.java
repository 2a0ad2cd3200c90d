package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What guards calls to one endpoint of an outside system; one state for all nodes.
 *
 * @param failures counted in a row
 * @param probes successful ones in a row while half open
 * @param changedAt when it came into this state
 * @param openUntil OPEN: when the next probe may go
 * @param probeUntil HALF_OPEN: how long the probe that is out keeps others back
 * @param override FORCED_OPEN and DISABLED: who holds it so
 * @param lastError of the last failure that counted
 */
public record Circuit(
        String name,
        CircuitState state,
        int failures,
        int probes,
        Instant changedAt,
        @Nullable Instant openUntil,
        @Nullable Instant probeUntil,
        @Nullable Override override,
        @Nullable CallError lastError,
        @Nullable String lastFailure) {

    /** A person's word over the circuit's own judgement; always ends by itself. */
    public record Override(String by, String reason, Instant until) {}

    static Circuit fresh(String name, Instant now) {
        return new Circuit(name, CircuitState.CLOSED, 0, 0, now, null, null, null, null, null);
    }

    Circuit closed(Instant now) {
        return new Circuit(name, CircuitState.CLOSED, 0, 0, now, null, null, null, lastError, lastFailure);
    }

    Circuit open(Instant now, Instant until) {
        return new Circuit(name, CircuitState.OPEN, failures, 0, now, until, null, null, lastError, lastFailure);
    }

    /** @param until how long this probe may take before another may go */
    Circuit probing(Instant now, Instant until) {
        Instant since = state == CircuitState.HALF_OPEN ? changedAt : now;
        return new Circuit(
                name, CircuitState.HALF_OPEN, failures, probes, since, null, until, null, lastError, lastFailure);
    }

    Circuit probed(int successes) {
        return new Circuit(name, state, failures, successes, changedAt, openUntil, null, null, lastError, lastFailure);
    }

    Circuit failed(int count, CallError error, String text) {
        return new Circuit(name, state, count, probes, changedAt, openUntil, probeUntil, override, error, text);
    }

    Circuit overridden(CircuitState forced, Override word, Instant now) {
        return new Circuit(name, forced, failures, 0, now, null, null, word, lastError, lastFailure);
    }
}
