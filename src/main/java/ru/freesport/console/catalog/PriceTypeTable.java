package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of 1C's price types while a packet is worked on. One that nobody has mapped is put on the list to map. */
final class PriceTypeTable {

    private static final String FIND = """
            SELECT t.id, t.currency, t.ignored,
                   EXISTS (SELECT FROM price_level l WHERE l.price_type_onec_id = t.onec_id)
            FROM price_type t WHERE t.onec_id = ?""";
    private static final String ANNOUNCE =
            "INSERT INTO price_type (onec_id, run_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final PacketConnection connection;
    private final Map<String, Known> cache = new HashMap<>();

    PriceTypeTable(PacketConnection connection) {
        this.connection = connection;
    }

    Known known(String onecId) throws SQLException {
        Known known = cache.get(onecId);
        if (known == null) {
            known = load(onecId);
            cache.put(onecId, known);
        }
        return known;
    }

    void forget() {
        cache.clear();
    }

    private Known load(String onecId) throws SQLException {
        Known found = find(onecId);
        if (found != null) {
            return found;
        }
        PreparedStatement insert = connection.statement(ANNOUNCE);
        insert.setString(1, onecId);
        insert.setLong(2, connection.runId());
        insert.executeUpdate();
        return java.util.Objects.requireNonNull(find(onecId));
    }

    private @Nullable Known find(String onecId) throws SQLException {
        PreparedStatement select = connection.statement(FIND);
        select.setString(1, onecId);
        try (ResultSet result = select.executeQuery()) {
            return result.next()
                    ? new Known(result.getInt(1), result.getString(2), result.getBoolean(3), result.getBoolean(4))
                    : null;
        }
    }

    record Known(int id, @Nullable String currency, boolean ignored, boolean mapped) {

        boolean isOpen() {
            return !mapped && !ignored;
        }
    }
}
