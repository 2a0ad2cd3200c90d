package ru.freesport.console.orders;

import org.jspecify.annotations.Nullable;

/**
 * A route as a person wants it.
 *
 * @param position from 1
 */
public record RouteFields(
        @Nullable String warehouseOnecId,
        String warehouseName,
        String organisation,
        @Nullable VatRate fixedVat,
        int position) {

    RouteFields clean() {
        return new RouteFields(
                warehouseOnecId == null || warehouseOnecId.isBlank() ? null : warehouseOnecId.strip(),
                // spaces inside the names matter to 1C
                warehouseName.strip(),
                organisation.strip(),
                fixedVat,
                Math.max(1, position));
    }

    String words() {
        return warehouseName + " (" + (warehouseOnecId == null ? "?" : warehouseOnecId) + "): " + organisation + ", "
                + (fixedVat == null ? "-" : fixedVat.code()) + ", " + position;
    }
}
