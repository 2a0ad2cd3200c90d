package ru.freesport.console.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of 1C's warehouses while a packet is worked on. An unknown one is put on the list to map. */
final class WarehouseTable {

    private static final String FIND = "SELECT warehouse_id, ignored FROM warehouse_onec_id WHERE onec_id = ?";
    private static final String ANNOUNCE = "INSERT INTO warehouse_onec_id (onec_id) VALUES (?) ON CONFLICT DO NOTHING";

    private final PacketConnection connection;
    private final Map<String, Known> cache = new HashMap<>();

    WarehouseTable(PacketConnection connection) {
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
        PreparedStatement select = connection.statement(FIND);
        select.setString(1, onecId);
        try (ResultSet result = select.executeQuery()) {
            if (result.next()) {
                int id = result.getInt(1);
                return new Known(result.wasNull() ? null : id, result.getBoolean(2));
            }
        }
        PreparedStatement insert = connection.statement(ANNOUNCE);
        insert.setString(1, onecId);
        insert.executeUpdate();
        return new Known(null, false);
    }

    record Known(@Nullable Integer id, boolean ignored) {

        boolean isOpen() {
            return id == null && !ignored;
        }

        int idOrZero() {
            return id == null ? 0 : id;
        }
    }
}
