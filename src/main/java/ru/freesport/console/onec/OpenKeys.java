package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that waited when a run began. When a row of the same key is taken now, the one that waits is old news and is
 * closed; otherwise a later retry would bring it back. Costs nothing while nothing waits.
 */
final class OpenKeys {

    /** More than this many of a kind are not kept in memory but looked for in the table. */
    private static final int REMEMBERED = 50_000;

    private static final String REJECTED = UntakenState.REJECTED.name();

    private final Connection connection;
    private final long runId;
    private final Map<ImportKind, Set<String>> known = new EnumMap<>(ImportKind.class);

    OpenKeys(Connection connection, long runId) {
        this.connection = connection;
        this.runId = runId;
    }

    void load() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT row_key, state FROM untaken_row WHERE resolved_at IS NULL AND kind = ? LIMIT ?")) {
            for (ImportKind kind : ImportKind.values()) {
                select.setString(1, kind.code());
                select.setInt(2, REMEMBERED + 1);
                Set<String> keys = new HashSet<>();
                int rows = 0;
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        rows++;
                        String key = result.getString(1);
                        keys.add(REJECTED.equals(result.getString(2)) ? RowKey.owner(key) : key);
                    }
                }
                if (rows > REMEMBERED) {
                    known.put(kind, Set.of());
                } else if (rows > 0) {
                    known.put(kind, keys);
                }
            }
        }
    }

    boolean isAnyOpen(ImportKind kind) {
        return known.containsKey(kind);
    }

    /** Closes what waits under the keys of rows that were just taken. */
    void taken(ImportKind kind, List<String> keys) throws SQLException {
        Set<String> open = known.get(kind);
        if (open == null) {
            return;
        }
        List<String> hits = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (String key : keys) {
            if (open.isEmpty() || open.contains(key)) {
                hits.add(key);
            }
            String owner = RowKey.owner(key);
            if (open.contains(owner)) {
                owners.add(owner);
            }
        }
        if (!hits.isEmpty()) {
            close(kind, "row_key = ANY(?)", hits);
        }
        if (!owners.isEmpty()) {
            close(kind, "state = '" + REJECTED + "' AND split_part(row_key, '|', 1) = ANY(?)", owners);
        }
    }

    private void close(ImportKind kind, String which, List<String> keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE untaken_row SET resolved_at = now(), resolved_by = ?, resolution = 'SUPERSEDED'
                WHERE resolved_at IS NULL AND kind = ? AND run_id <> ? AND\s""" + which)) {
            update.setLong(1, runId);
            update.setString(2, kind.code());
            update.setLong(3, runId);
            update.setArray(4, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }
}
