package ru.freesport.console.customers.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerLevel;
import ru.freesport.console.customers.CustomerOrigin;
import ru.freesport.console.customers.CustomerRole;
import ru.freesport.console.customers.CustomerStanding;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.Verification;

/** Reads a row of the table of customers. */
public final class CustomerRow {

    private static final Map<CustomerField, String> COLUMNS = Map.of(
            CustomerField.EMAIL, "email",
            CustomerField.TAX_ID, "tax_id",
            CustomerField.PHONE, "phone",
            CustomerField.COMPANY_NAME, "company_name",
            CustomerField.KPP, "kpp",
            CustomerField.LAST_NAME, "last_name",
            CustomerField.FIRST_NAME, "first_name",
            CustomerField.MIDDLE_NAME, "middle_name",
            CustomerField.LEGAL_ADDRESS, "legal_address",
            CustomerField.DELIVERY_ADDRESS, "delivery_address");

    private CustomerRow() {}

    public static String column(CustomerField field) {
        return java.util.Objects.requireNonNull(COLUMNS.get(field));
    }

    public static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getObject("id", UUID.class),
                row.getLong("code"),
                CustomerType.valueOf(row.getString("type")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("phone_raw"),
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("last_name"),
                row.getString("company_name"),
                row.getString("tax_id"),
                row.getString("kpp"),
                row.getString("legal_address"),
                row.getString("delivery_address"),
                row.getString("onec_id"),
                standing(row),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    private static CustomerStanding standing(ResultSet row) throws SQLException {
        return new CustomerStanding(
                CustomerRole.valueOf(row.getString("role")),
                CustomerLevel.valueOf(row.getString("level")),
                new Verification(
                        Verification.State.valueOf(row.getString("verification")),
                        (Integer) row.getObject("verification_level"),
                        row.getString("verification_reason"),
                        row.getString("verified_by"),
                        instant(row, "verified_at")),
                CustomerOrigin.valueOf(row.getString("origin")),
                SyncState.valueOf(row.getString("sync_state")),
                instant(row, "synced_at"),
                row.getString("sync_error"),
                row.getBoolean("onec_deleted"),
                row.getObject("merged_into", UUID.class));
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
