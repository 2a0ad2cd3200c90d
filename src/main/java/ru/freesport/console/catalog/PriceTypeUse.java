package ru.freesport.console.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 1C price type and what the shop does with it.
 *
 * @param name null while no price list names it
 * @param active false when 1C marked it deleted
 * @param runId the run that last changed what 1C says of it
 */
public record PriceTypeUse(
        String onecId,
        @Nullable String name,
        @Nullable String currency,
        boolean active,
        boolean ignored,
        List<PriceLevel> levels,
        long runId,
        Instant changedAt,
        long version) {

    public PriceTypeUse {
        levels = List.copyOf(levels);
    }

    /** Nobody has said yet what to do with its prices. */
    public boolean isOpen() {
        return levels.isEmpty() && !ignored && active;
    }
}
