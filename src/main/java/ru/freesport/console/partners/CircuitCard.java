package ru.freesport.console.partners;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A circuit with what the screen tells about it.
 *
 * @param threshold failures in a row that open it
 * @param open how long it then stays open
 * @param requestTimeout until an answer is given up
 * @param median of the answers of the last hour; empty without calls
 * @param slow 95 of 100 answers of the last hour came sooner
 * @param calls answered ones of the last hour
 * @param trips openings by failures in 24 hours, the earliest first
 * @param lastFailure how the last attempt failed; empty once one succeeded
 * @param hasProbe whether the console can ask the other side by itself
 */
public record CircuitCard(
        Circuit circuit,
        String titleKey,
        String effectKey,
        String protocol,
        int threshold,
        Duration open,
        Duration requestTimeout,
        Optional<Duration> median,
        Optional<Duration> slow,
        long calls,
        List<CircuitTransition> trips,
        Optional<LastFailure> lastFailure,
        boolean hasProbe) {}
