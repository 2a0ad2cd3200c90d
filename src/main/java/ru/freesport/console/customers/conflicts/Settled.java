package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;

/**
 * A conflict that people decided, as the synchronisation follows it up.
 *
 * @param onec what 1C said when it was decided
 * @param results what was decided
 * @param sentAt when 1C got it
 */
public record Settled(
        long conflict,
        ConflictState state,
        Map<CustomerField, String> onec,
        Map<CustomerField, String> results,
        @Nullable Instant sentAt) {

    /** Whether every decision was for what 1C said anyway; what it was told once it does not say any more. */
    public boolean isWhatOnecHas() {
        return sentAt == null
                && results.entrySet().stream()
                        .allMatch(one -> one.getKey().isSame(one.getValue(), onec.get(one.getKey())));
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Settled[" + conflict + ", " + state + "]";
    }
}
