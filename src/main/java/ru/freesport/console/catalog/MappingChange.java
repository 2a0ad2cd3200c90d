package ru.freesport.console.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * One decision in the history of mappings.
 *
 * @param subject a price level, or the 1C id of a price type or a warehouse
 * @param from as people know it: the name where one is known, else the id; {@link #IGNORED}; null for nothing
 * @param runId the run that took the rows which had waited for it
 */
public record MappingChange(
        long id,
        Instant at,
        Actor actor,
        Kind kind,
        String subject,
        @Nullable String subjectName,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable Long runId) {

    public static final String IGNORED = "IGNORED";

    public enum Kind {
        PRICE_LEVEL,
        PRICE_TYPE,
        WAREHOUSE
    }
}
