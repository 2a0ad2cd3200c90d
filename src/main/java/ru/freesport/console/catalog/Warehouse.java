package ru.freesport.console.catalog;

import java.time.Instant;

/**
 * A warehouse of the shop.
 *
 * @param active only the stock of active warehouses counts
 * @param onecIds how many 1C ids lead to it
 */
public record Warehouse(int id, String name, boolean active, int onecIds, long runId, Instant changedAt) {}
