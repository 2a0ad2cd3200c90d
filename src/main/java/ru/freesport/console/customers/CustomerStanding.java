package ru.freesport.console.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stands with the shop and with 1C.
 *
 * @param onecDeleted 1C has marked its counterparty for deletion
 * @param mergedInto the customer this one became part of
 */
public record CustomerStanding(
        CustomerRole role,
        CustomerLevel level,
        Verification verification,
        CustomerOrigin origin,
        SyncState sync,
        @Nullable Instant syncedAt,
        @Nullable String syncError,
        boolean onecDeleted,
        @Nullable UUID mergedInto) {}
