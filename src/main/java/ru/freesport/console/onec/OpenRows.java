package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.Obstacle;
import ru.freesport.console.onec.commerceml.Position;

/** Finds rows that wait, in the order in which they stand in their files, and closes those that were taken. */
final class OpenRows {

    /** What stood in the way is gone. */
    static final String UNBLOCKED = """
            (r.waiting_for = 'PRODUCT' AND EXISTS (SELECT FROM product p WHERE p.onec_id = r.waiting_id)
             OR r.waiting_for = 'VARIANT' AND (EXISTS (SELECT FROM variant v WHERE v.onec_id = r.waiting_id)
                OR EXISTS (SELECT FROM product p WHERE p.onec_id = r.waiting_id))
             OR r.waiting_for = 'PRICE_TYPE' AND EXISTS (SELECT FROM price_type t WHERE t.onec_id = r.waiting_id
                AND (t.ignored OR EXISTS (SELECT FROM price_level l WHERE l.price_type_onec_id = t.onec_id)))
             OR r.waiting_for = 'WAREHOUSE' AND EXISTS (SELECT FROM warehouse_onec_id w
                WHERE w.onec_id = r.waiting_id AND (w.ignored OR w.warehouse_id IS NOT NULL)))""";

    static final String OF_RUN = "r.run_id = ?";
    static final String BY_ID = "r.id = ?";

    private static final String SELECT = """
            SELECT r.id, r.run_id, r.kind, r.row_key, r.reason, r.waiting_id, f.sha256, r.path, r.line, r.start_char,
                r.end_char
            FROM untaken_row r JOIN run_file f ON f.run_id = r.run_id AND f.path = r.path
            WHERE r.resolved_at IS NULL AND r.end_char > 0 AND %s AND (f.sha256, r.start_char, r.id) > (?, ?, ?)
            ORDER BY f.sha256, r.start_char, r.id LIMIT ?""";

    private final Connection connection;

    OpenRows(Connection connection) {
        this.connection = connection;
    }

    /** The next rows after the given one, file after file. */
    List<OpenRow> page(String condition, @Nullable Long argument, @Nullable OpenRow after, int limit)
            throws SQLException {
        List<OpenRow> rows = new ArrayList<>(limit);
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(condition))) {
            int next = 1;
            if (argument != null) {
                select.setLong(next++, argument);
            }
            select.setString(next++, after == null ? "" : after.sha256());
            select.setLong(next++, after == null ? -1 : after.at().startChar());
            select.setLong(next++, after == null ? -1 : after.id());
            select.setInt(next, limit);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }
        return rows;
    }

    void resolve(OpenRow row, long runId, String resolution) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE untaken_row SET resolved_at = now(), resolved_by = ?, resolution = ?
                WHERE id = ? AND resolved_at IS NULL""")) {
            update.setLong(1, runId);
            update.setString(2, resolution);
            update.setLong(3, row.id());
            update.executeUpdate();
        }
    }

    /** Still in the way of something, but maybe of something else now. */
    void stillBlocked(OpenRow row, Obstacle obstacle) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE untaken_row SET state = ?, reason = ?, waiting_for = ?, waiting_id = ? WHERE id = ?""")) {
            update.setString(1, obstacle.kind().state().name());
            update.setString(2, obstacle.kind().name());
            update.setString(3, obstacle.kind().name());
            update.setString(4, obstacle.id());
            update.setLong(5, row.id());
            update.executeUpdate();
        }
    }

    private static OpenRow row(ResultSet result) throws SQLException {
        return new OpenRow(
                result.getLong(1),
                result.getLong(2),
                ImportKind.ofCode(result.getString(3)).orElseThrow(),
                result.getString(4),
                result.getString(5),
                result.getString(6),
                result.getString(7),
                result.getString(8),
                new Position(result.getLong(9), result.getLong(10), result.getLong(11)));
    }
}
