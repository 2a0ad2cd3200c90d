package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.Header;

/** Writes down what a run counted and what it could not take, in the transaction of the rows themselves. */
final class RunBooks {

    private static final String COUNT = """
            INSERT INTO run_count (run_id, kind, read, created, changed, unchanged, held, parked, rejected)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (run_id, kind) DO UPDATE SET read = excluded.read, created = excluded.created,
                changed = excluded.changed, unchanged = excluded.unchanged, held = excluded.held,
                parked = excluded.parked, rejected = excluded.rejected""";
    private static final String SUPERSEDE = """
            UPDATE untaken_row SET resolved_at = now(), resolved_by = ?, resolution = 'SUPERSEDED'
            WHERE resolved_at IS NULL AND kind = ? AND row_key = ANY(?)""";
    private static final String UNTAKEN = """
            INSERT INTO untaken_row (run_id, kind, row_key, state, reason, detail, waiting_for, waiting_id, message_id,
                path, line, start_char, end_char, parent_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FILE = """
            INSERT INTO run_file (run_id, path, packet_id, message_id, sha256, bytes, encoding, schema_version,
                only_changes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run_id, path) DO UPDATE SET encoding = excluded.encoding,
                schema_version = excluded.schema_version, only_changes = excluded.only_changes""";

    /** What is written down together with something else. */
    interface Writing {

        void into(RunBooks books) throws SQLException;
    }

    private final Connection connection;
    private final long runId;

    RunBooks(Connection connection, long runId) {
        this.connection = connection;
        this.runId = runId;
    }

    void counts(Map<ImportKind, KindCounts> counts, Set<ImportKind> kinds) throws SQLException {
        if (kinds.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(COUNT)) {
            for (ImportKind kind : kinds) {
                KindCounts count = counts.getOrDefault(kind, KindCounts.NONE);
                upsert.setLong(1, runId);
                upsert.setString(2, kind.code());
                upsert.setLong(3, count.read());
                upsert.setLong(4, count.created());
                upsert.setLong(5, count.changed());
                upsert.setLong(6, count.unchanged());
                upsert.setLong(7, count.held());
                upsert.setLong(8, count.parked());
                upsert.setLong(9, count.rejected());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Keeps the rows; an open row of the same key from an earlier packet gives way to the newer one. */
    void untaken(PacketFile file, List<UntakenRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        supersede(file, rows);
        insert(file, rows);
    }

    private void insert(PacketFile file, List<UntakenRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(UNTAKEN)) {
            for (UntakenRow row : rows) {
                insert.setLong(1, runId);
                insert.setString(2, row.kind().code());
                insert.setString(3, key(file, row));
                insert.setString(4, row.state().name());
                insert.setString(5, row.reason());
                insert.setString(6, row.detail());
                insert.setString(7, row.waitingId() == null ? null : row.reason());
                insert.setString(8, row.waitingId());
                insert.setObject(9, file.messageId());
                insert.setString(10, file.path());
                insert.setLong(11, row.at().line());
                insert.setLong(12, row.at().startChar());
                insert.setLong(13, row.at().endChar());
                insert.setString(14, row.parentId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The rows a dry run would not take; nobody waits for them, so they are closed at once. */
    void dryUntaken(List<DryBooks.Untaken> rows) throws SQLException {
        for (DryBooks.Untaken dry : rows) {
            insert(dry.file(), List.of(dry.row()));
        }
        try (PreparedStatement close = connection.prepareStatement("""
                UPDATE untaken_row SET resolved_at = now(), resolved_by = ?, resolution = 'DRY_RUN'
                WHERE run_id = ? AND resolved_at IS NULL""")) {
            close.setLong(1, runId);
            close.setLong(2, runId);
            close.executeUpdate();
        }
    }

    /** What waited under these keys since earlier runs is old news. */
    void superseded(ImportKind kind, List<String> keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SUPERSEDE + " AND run_id <> ?")) {
            update.setLong(1, runId);
            update.setString(2, kind.code());
            update.setArray(3, connection.createArrayOf("text", keys.toArray()));
            update.setLong(4, runId);
            update.executeUpdate();
        }
    }

    void file(PacketFile file, @Nullable Header header, @Nullable Boolean onlyChanges) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FILE)) {
            insert.setLong(1, runId);
            insert.setString(2, file.path());
            insert.setLong(3, file.packetId());
            insert.setObject(4, file.messageId());
            insert.setString(5, file.sha256());
            insert.setLong(6, file.size());
            insert.setString(7, header == null ? null : header.encoding());
            insert.setString(8, header == null ? null : header.schemaVersion());
            insert.setObject(9, onlyChanges);
            insert.executeUpdate();
        }
    }

    /** The file was read to its end: what it does not name, it does not hold. */
    void whole(PacketFile file) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE run_file SET whole = true WHERE run_id = ? AND path = ?")) {
            update.setLong(1, runId);
            update.setString(2, file.path());
            update.executeUpdate();
        }
    }

    /** A row without an id is named by its line, and a line is one of its file. */
    private static String key(PacketFile file, UntakenRow row) {
        return RowKey.isOfNobody(row.key()) ? RowKey.inFile(row.key(), file.path()) : row.key();
    }

    private void supersede(PacketFile file, List<UntakenRow> rows) throws SQLException {
        for (ImportKind kind : ImportKind.values()) {
            List<String> keys = rows.stream()
                    .filter(row -> row.kind() == kind)
                    .map(row -> key(file, row))
                    .toList();
            if (!keys.isEmpty()) {
                supersede(kind, keys);
            }
        }
    }

    private void supersede(ImportKind kind, List<String> keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SUPERSEDE)) {
            update.setLong(1, runId);
            update.setString(2, kind.code());
            update.setArray(3, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }
}
