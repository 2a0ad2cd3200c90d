package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
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

    private static final String SELECT = """
            SELECT r.id, r.run_id, r.kind, r.row_key, r.state, r.reason, r.waiting_id, r.parent_id, f.sha256, r.path,
                r.line, r.start_char, r.end_char
            FROM untaken_row r JOIN run_file f ON f.run_id = r.run_id AND f.path = r.path
            WHERE r.resolved_at IS NULL AND r.end_char > 0 AND %s
                AND (f.sha256, r.start_char, r.id) > (:afterFile, :afterChar, :afterId)
            ORDER BY f.sha256, r.start_char, r.id LIMIT :limit""";

    private final Connection connection;
    private final JdbcClient client;

    OpenRows(Connection connection) {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** The next rows after the given one, file after file. */
    List<OpenRow> page(RowCondition condition, @Nullable OpenRow after, int limit) {
        Map<String, Object> values = new HashMap<>(condition.values());
        values.put("afterFile", after == null ? "" : after.sha256());
        values.put("afterChar", after == null ? -1 : after.at().startChar());
        values.put("afterId", after == null ? -1 : after.id());
        values.put("limit", limit);
        return client.sql(SELECT.formatted(condition.sql()))
                .params(values)
                .query((row, _) -> row(row))
                .list();
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

    /** Something else is wrong with it now; false when another open row says so already. */
    boolean isRejectedAnew(OpenRow row, String key, String reason, String detail) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE untaken_row SET row_key = ?, reason = ?, detail = ? WHERE id = ? AND NOT EXISTS (
                    SELECT FROM untaken_row o WHERE o.resolved_at IS NULL AND o.kind = ? AND o.row_key = ?
                        AND o.id <> ?)""")) {
            update.setString(1, key);
            update.setString(2, reason);
            update.setString(3, detail);
            update.setLong(4, row.id());
            update.setString(5, row.kind().code());
            update.setString(6, key);
            update.setLong(7, row.id());
            return update.executeUpdate() == 1;
        }
    }

    /** Still in the way of something, but maybe of something else now. */
    void stillBlocked(OpenRow row, Obstacle obstacle) throws SQLException {
        stillBlocked(row, obstacle.kind().name(), obstacle.kind().state().name(), obstacle.id());
    }

    void stillBlocked(OpenRow row, UntakenRow blocked) throws SQLException {
        stillBlocked(row, blocked.reason(), blocked.state().name(), blocked.waitingId());
    }

    private void stillBlocked(OpenRow row, String reason, String state, @Nullable String waitingId)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE untaken_row SET state = ?, reason = ?, waiting_for = ?, waiting_id = ? WHERE id = ?""")) {
            update.setString(1, state);
            update.setString(2, reason);
            update.setString(3, reason);
            update.setString(4, waitingId);
            update.setLong(5, row.id());
            update.executeUpdate();
        }
    }

    /** It waits on, maybe under another name and for something else. */
    void waits(OpenRow row, String key, String reason, @Nullable String detail, String waitingId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE untaken_row SET row_key = ?, state = 'HELD', reason = ?, detail = ?, waiting_for = ?,
                    waiting_id = ? WHERE id = ?""")) {
            update.setString(1, key);
            update.setString(2, reason);
            update.setString(3, detail);
            update.setString(4, reason);
            update.setString(5, waitingId);
            update.setLong(6, row.id());
            update.executeUpdate();
        }
    }

    private static OpenRow row(ResultSet result) throws SQLException {
        return new OpenRow(
                result.getLong("id"),
                result.getLong("run_id"),
                ImportKind.ofCode(result.getString("kind")).orElseThrow(),
                result.getString("row_key"),
                UntakenState.valueOf(result.getString("state")),
                result.getString("reason"),
                result.getString("waiting_id"),
                result.getString("parent_id"),
                result.getString("sha256"),
                result.getString("path"),
                new Position(result.getLong("line"), result.getLong("start_char"), result.getLong("end_char")));
    }
}
