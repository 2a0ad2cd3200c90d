package ru.freesport.console.customers.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.records.CustomerRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was read of 1C's counterparties, looked up and written many at a time. */
final class CounterpartyTable {

    private static final TypeReference<Map<CustomerField, String>> VALUES = new TypeReference<>() {};

    private static final String CHANGED = """
            SELECT i.onec_id, c.onec_id IS NOT NULL AS is_known, c.customer_id, c.said, c.agreed, c.agreed_at,
                c.sent, c.sent_at, c.left_alone, c.seen_at, c.seen_in
            FROM unnest(?::text[], ?::bytea[]) AS i (onec_id, hash)
                LEFT JOIN counterparty c ON c.onec_id = i.onec_id
            WHERE c.hash IS DISTINCT FROM i.hash""";

    private static final String ONE_BY_ONE = """
            SELECT c.*, true AS is_known FROM counterparty c WHERE c.onec_id = ANY(?) ORDER BY c.onec_id""";

    private static final String UPSERT = """
            INSERT INTO counterparty AS c (onec_id, customer_id, guid, version, deleted, name, type, hash, said, agreed,
                agreed_at, seen_at, seen_in)
            SELECT onec_id, customer_id, guid, version, deleted, name, type, hash, said::jsonb,
                coalesce(agreed, said)::jsonb, CASE WHEN coalesce(agreed, said) <> '{}' THEN now() END, now(), ?
            FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::bytea[],
                ?::text[], ?::text[]) AS i (onec_id, customer_id, guid, version, deleted, name, type, hash, said, agreed)
            ON CONFLICT (onec_id) DO UPDATE SET customer_id = excluded.customer_id,
                guid = coalesce(excluded.guid, c.guid), version = excluded.version, deleted = excluded.deleted,
                name = coalesce(excluded.name, c.name), type = excluded.type, hash = excluded.hash,
                said = excluded.said, agreed = c.agreed || excluded.agreed,
                agreed_at = coalesce(excluded.agreed_at, c.agreed_at), seen_at = excluded.seen_at,
                seen_in = excluded.seen_in""";

    private static final String LINK = """
            UPDATE counterparty c SET customer_id = i.customer_id, agreed = c.agreed || i.agreed::jsonb,
                agreed_at = CASE WHEN i.agreed = '{}' THEN c.agreed_at ELSE now() END
            FROM unnest(?::text[], ?::uuid[], ?::text[]) AS i (onec_id, customer_id, agreed)
            WHERE c.onec_id = i.onec_id""";

    private static final String UNLINK =
            "UPDATE counterparty SET customer_id = NULL WHERE customer_id = ANY(?) AND NOT onec_id = ANY(?)";

    private final Connection connection;
    private final JsonMapper json;

    CounterpartyTable(Connection connection, JsonMapper json) {
        this.connection = connection;
        this.json = json;
    }

    /** What is to be written of one that was read. */
    record Write(
            CounterpartyRow row,
            byte @Nullable [] hash,
            @Nullable UUID customer,
            Map<CustomerField, String> agreed) {}

    /** Of these rows those that say something else than the last time, by their ids. */
    Map<String, CounterpartyState> changed(List<CounterpartyRow> rows, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(CounterpartyRow::onecId).toArray()));
            statement.setArray(2, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            return states(statement);
        }
    }

    Map<String, CounterpartyState> states(Collection<String> onecIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE_BY_ONE)) {
            statement.setArray(1, connection.createArrayOf("text", onecIds.toArray()));
            return states(statement);
        }
    }

    /** What 1C said last, as rows. */
    List<CounterpartyRow> rows(Collection<String> onecIds) throws SQLException {
        List<CounterpartyRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ONE_BY_ONE)) {
            statement.setArray(1, connection.createArrayOf("text", onecIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new CounterpartyRow(
                            row.getString("onec_id"),
                            row.getString("guid"),
                            row.getString("version"),
                            row.getBoolean("deleted"),
                            row.getString("name"),
                            CustomerType.valueOf(row.getString("type")),
                            values(row.getString("said"))));
                }
            }
        }
        return rows;
    }

    private Map<String, CounterpartyState> states(PreparedStatement statement) throws SQLException {
        Map<String, CounterpartyState> states = new HashMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = row.getString("onec_id");
                states.put(id, row.getBoolean("is_known") ? state(row, id) : CounterpartyState.unseen(id));
            }
        }
        return states;
    }

    private CounterpartyState state(ResultSet row, String id) throws SQLException {
        return new CounterpartyState(
                id,
                true,
                row.getObject("customer_id", UUID.class),
                values(row.getString("said")),
                values(row.getString("agreed")),
                CustomerRow.instant(row, "agreed_at"),
                values(row.getString("sent")),
                CustomerRow.instant(row, "sent_at"),
                values(row.getString("left_alone")),
                CustomerRow.instant(row, "seen_at"),
                row.getString("seen_in"));
    }

    private Map<CustomerField, String> values(String text) {
        return text.length() <= 2 ? Map.of() : json.readValue(text, VALUES);
    }

    void write(List<Write> rows, @Nullable String source) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        unlinkOthers(rows);
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            statement.setString(1, source);
            statement.setArray(2, array("text", rows, one -> one.row.onecId()));
            statement.setArray(3, array("uuid", rows, Write::customer));
            statement.setArray(4, array("text", rows, one -> one.row.guid()));
            statement.setArray(5, array("text", rows, one -> one.row.version()));
            statement.setArray(6, array("boolean", rows, one -> one.row.deleted()));
            statement.setArray(7, array("text", rows, one -> one.row.name()));
            statement.setArray(8, array("text", rows, one -> one.row.type().name()));
            statement.setArray(
                    9,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Write::hash).toArray(byte[][]::new)));
            statement.setArray(10, array("text", rows, one -> json(one.row.said())));
            // usually both sides agree on all that was said, and it need not be said twice
            statement.setArray(
                    11, array("text", rows, one -> one.agreed.equals(one.row.said()) ? null : json(one.agreed)));
            statement.executeUpdate();
        }
    }

    /** A customer that comes under another id of 1C leaves the old one. */
    private void unlinkOthers(List<Write> rows) throws SQLException {
        List<Write> linked = rows.stream().filter(one -> one.customer != null).toList();
        if (linked.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UNLINK)) {
            statement.setArray(1, array("uuid", linked, Write::customer));
            statement.setArray(2, array("text", linked, one -> one.row.onecId()));
            statement.executeUpdate();
        }
    }

    /** What follows from comparing again; what was read stays as it is. */
    void link(List<Write> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        unlinkOthers(rows);
        try (PreparedStatement statement = connection.prepareStatement(LINK)) {
            statement.setArray(1, array("text", rows, one -> one.row.onecId()));
            statement.setArray(2, array("uuid", rows, Write::customer));
            statement.setArray(3, array("text", rows, one -> json(one.agreed)));
            statement.executeUpdate();
        }
    }

    private String json(Map<CustomerField, String> values) {
        return values.isEmpty() ? "{}" : json.writeValueAsString(values);
    }

    private <T> java.sql.Array array(String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }
}
