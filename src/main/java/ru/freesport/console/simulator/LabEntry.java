package ru.freesport.console.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing a simulated system received.
 *
 * @param operation what was asked, {@code POST /orders}
 * @param key the record's key or, where no record could be read, the request's idempotency key
 * @param id what it is called there, when something exists because of it
 */
public record LabEntry(
        Instant at,
        String operation,
        @Nullable String key,
        Outcome outcome,
        @Nullable String id) {

    /** What became of it. */
    public enum Outcome {
        /** Something new came to exist because of this request, whether or not its answer got out. */
        COMMITTED,
        /** It was answered and nothing new came to exist: refused, or a repeat. */
        REFUSED,
        /** It got no answer and nothing was done. */
        LOST
    }

    @JsonProperty("outcome")
    public String word() {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
