package ru.freesport.console.customers;

import java.time.Instant;
import java.util.UUID;

/** Customers without a database, for tests of rules. */
public final class SomeCustomers {

    private static final CustomerStanding STANDING = new CustomerStanding(
            CustomerRole.RETAIL,
            CustomerLevel.RETAIL,
            Verification.NONE,
            CustomerOrigin.SHOP,
            SyncState.LOCAL,
            null,
            null,
            false,
            null);

    private SomeCustomers() {}

    /** @param onecId null: not linked */
    public static Customer company(String name, String taxId, String kpp, String onecId) {
        return new Customer(
                UUID.randomUUID(),
                1,
                CustomerType.COMPANY,
                null,
                null,
                null,
                null,
                null,
                null,
                name,
                taxId,
                kpp,
                null,
                null,
                onecId,
                STANDING,
                Instant.EPOCH,
                Instant.EPOCH,
                0);
    }
}
