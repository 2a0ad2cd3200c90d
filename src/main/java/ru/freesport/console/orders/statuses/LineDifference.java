package ru.freesport.console.orders.statuses;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of which 1C will deliver something else than was ordered.
 *
 * @param orderedSum null, and the quantity zero, where nothing was ordered
 * @param onecSum null where 1C does not tell
 */
public record LineDifference(
        Kind kind,
        String variantOnecId,
        String name,
        BigDecimal ordered,
        BigDecimal willDeliver,
        @Nullable BigDecimal orderedSum,
        @Nullable BigDecimal onecSum) {

    public enum Kind {
        /** 1C will not deliver it at all. */
        REMOVED,
        REDUCED,
        INCREASED,
        /** Nobody ordered it. */
        ADDED,
        /** As many as ordered, for another sum. */
        SUM_DIFFERS
    }
}
