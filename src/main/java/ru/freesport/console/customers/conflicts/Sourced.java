package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value with where it came from.
 *
 * @param value null: this side says nothing
 * @param at when it was set; of 1C's value, when it was read, since its files do not tell more
 * @param source of the shop's value a {@link ru.freesport.console.customers.ChangeSource}'s name or null for the first
 *     value; of 1C's what it was read from: {@code run:17}
 * @param by who set it
 */
public record Sourced(
        @Nullable String value,
        @Nullable Instant at,
        @Nullable String source,
        @Nullable String by) {

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Sourced[" + source + ", " + at + "]";
    }
}
