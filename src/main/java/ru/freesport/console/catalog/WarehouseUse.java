package ru.freesport.console.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A 1C id of a warehouse and the warehouse it stands for.
 *
 * @param warehouseId null while nobody knows it, or when it is ignored
 */
public record WarehouseUse(
        String onecId,
        @Nullable Integer warehouseId,
        @Nullable String warehouseName,
        boolean ignored,
        String changedBy,
        Instant changedAt,
        long version) {

    /** Nobody has said yet which warehouse this is. */
    public boolean isOpen() {
        return warehouseId == null && !ignored;
    }
}
