package ru.freesport.console.customers.matching;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.records.CustomerRow;

/** Finds, for many counterparties at once, the customers that any of their keys points to. */
public final class MatchQuery {

    /**
     * Each key by its own index, row by row: a join would read the whole shop for every batch. A key that points to half
     * of the shop points to nobody.
     */
    private static final String HITS = """
            WITH sought AS MATERIALIZED (
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
                    AS s (onec_id, guid, tax_id, email, phone, own)),
            hits AS (
                SELECT s.onec_id, c.id, 'ONEC_ID' AS key FROM sought s CROSS JOIN LATERAL
                    (SELECT id FROM customer c WHERE c.onec_id = s.onec_id LIMIT 1) c
                UNION ALL
                SELECT s.onec_id, c.id, 'ONEC_ID' FROM sought s CROSS JOIN LATERAL
                    (SELECT id FROM customer c WHERE c.id = s.own AND c.onec_id IS NULL LIMIT 1) c
                UNION ALL
                SELECT s.onec_id, p.customer_id, 'GUID' FROM sought s CROSS JOIN LATERAL
                    (SELECT customer_id FROM counterparty p WHERE p.guid = s.guid AND p.onec_id <> s.onec_id
                        AND p.customer_id IS NOT NULL LIMIT 20) p
                UNION ALL
                SELECT s.onec_id, p.customer_id, 'GUID' FROM sought s CROSS JOIN LATERAL
                    (SELECT customer_id FROM counterparty p
                        WHERE p.onec_id = s.guid AND p.customer_id IS NOT NULL LIMIT 1) p
                UNION ALL
                SELECT s.onec_id, c.id, 'TAX_ID' FROM sought s CROSS JOIN LATERAL
                    (SELECT id FROM customer c WHERE c.tax_id = s.tax_id ORDER BY c.tax_id LIMIT 20) c
                UNION ALL
                SELECT s.onec_id, c.id, 'EMAIL' FROM sought s CROSS JOIN LATERAL
                    (SELECT id FROM customer c WHERE lower(c.email) = s.email LIMIT 20) c
                UNION ALL
                SELECT s.onec_id, c.id, 'PHONE' FROM sought s CROSS JOIN LATERAL
                    (SELECT id FROM customer c WHERE c.phone = s.phone LIMIT 20) c),
            known AS (
                SELECT h.onec_id, m.id, h.key FROM hits h CROSS JOIN LATERAL
                    (SELECT coalesce(merged_into, id) AS id FROM customer WHERE id = h.id LIMIT 1) m)
            SELECT k.onec_id AS sought_id, array_agg(DISTINCT k.key) AS keys, k.id AS customer_id
            FROM known k
            WHERE NOT EXISTS (SELECT FROM counterparty_not_customer n
                WHERE n.onec_id = k.onec_id AND n.customer_id = k.id)
            GROUP BY k.onec_id, k.id""";

    private MatchQuery() {}

    /** That a key of a counterparty points to a customer. */
    public record Pointer(String onecId, UUID customer, Set<Hit.Key> keys) {}

    public static List<Pointer> pointers(Connection connection, List<Sought> sought) throws SQLException {
        List<Pointer> pointers = new ArrayList<>();
        if (sought.isEmpty()) {
            return pointers;
        }
        try (PreparedStatement statement = connection.prepareStatement(HITS)) {
            statement.setArray(1, texts(connection, sought, Sought::onecId));
            statement.setArray(2, texts(connection, sought, Sought::guid));
            statement.setArray(3, texts(connection, sought, Sought::taxId));
            statement.setArray(4, texts(connection, sought, Sought::email));
            statement.setArray(5, texts(connection, sought, Sought::phone));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "uuid", sought.stream().map(Sought::own).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Set<Hit.Key> keys = Arrays.stream((String[]) row.getArray(2).getArray())
                            .map(Hit.Key::valueOf)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hit.Key.class)));
                    pointers.add(new Pointer(row.getString(1), row.getObject(3, UUID.class), keys));
                }
            }
        }
        return pointers;
    }

    /** In one order, so that two who lock several cannot block each other. */
    public static Map<UUID, Customer> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Customer> customers = new HashMap<>();
        if (ids.isEmpty()) {
            return customers;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM customer WHERE id = ANY(?) ORDER BY id FOR UPDATE")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Customer customer = CustomerRow.read(row, 0);
                    customers.put(customer.id(), customer);
                }
            }
        }
        return customers;
    }

    private static Array texts(Connection connection, List<Sought> rows, Function<Sought, @Nullable String> value)
            throws SQLException {
        Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf("text", values);
    }
}
