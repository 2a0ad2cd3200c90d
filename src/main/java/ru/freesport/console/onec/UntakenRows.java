package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.onec.commerceml.CommerceMlRefused;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RawElements;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.shared.JdbcRows;

/** Shows what runs could not take: page by page, as a whole for a download, and as it stands in the file. */
@Service
public class UntakenRows {

    private static final String SELECT = """
            SELECT r.id, r.run_id, r.kind, r.row_key, r.state, r.reason, r.detail, r.waiting_id, r.message_id, r.path,
                r.line, r.created_at, r.resolution, r.resolved_by
            FROM untaken_row r WHERE\s""";

    private static final int LONGEST_SHOWN = 64 << 10;

    private final JdbcClient database;
    private final DataSource dataSource;
    private final Blobs blobs;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    UntakenRows(JdbcClient database, DataSource dataSource, Blobs blobs, CurrentUser currentUser, AuditLog audit) {
        this.database = database;
        this.dataSource = dataSource;
        this.blobs = blobs;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** In the order in which the run met them; give the last id of a page to get the next one. */
    @PreAuthorize(SyncRights.LOOK)
    public List<UntakenView> page(UntakenFilter filter, @Nullable Long afterId, int limit) {
        RowCondition condition = filter.condition();
        Map<String, Object> values = new HashMap<>(condition.values());
        values.put("after", afterId == null ? 0 : afterId);
        values.put("limit", limit);
        return database.sql(SELECT + condition.sql() + " AND r.id > :after ORDER BY r.id LIMIT :limit")
                .params(values)
                .query(UntakenRows::row)
                .list();
    }

    /** How many rows match, counted up to the given number: beyond it nobody needs to know exactly. */
    @PreAuthorize(SyncRights.LOOK)
    public long count(UntakenFilter filter, long atMost) {
        RowCondition condition = filter.condition();
        Map<String, Object> values = new HashMap<>(condition.values());
        values.put("limit", atMost);
        return database.sql("SELECT count(*) FROM (SELECT FROM untaken_row r WHERE " + condition.sql()
                        + " LIMIT :limit) matching")
                .params(values)
                .query(Long.class)
                .single();
    }

    /** The reasons that occur in a run, for choosing one. */
    @PreAuthorize(SyncRights.LOOK)
    public List<String> reasons(long runId) {
        // one jump of the index per reason, not one look per row
        return database.sql("""
                        WITH RECURSIVE reasons AS (
                            SELECT min(reason) AS reason FROM untaken_row WHERE run_id = :run
                            UNION ALL
                            SELECT (SELECT min(r.reason) FROM untaken_row r
                                    WHERE r.run_id = :run AND r.reason > reasons.reason)
                            FROM reasons WHERE reasons.reason IS NOT NULL)
                        SELECT reason FROM reasons WHERE reason IS NOT NULL""").param("run", runId).query(String.class).list();
    }

    @PreAuthorize(SyncRights.LOOK)
    public Optional<UntakenView> find(long id) {
        return database.sql(SELECT + "r.id = ?")
                .param(id)
                .query(UntakenRows::row)
                .optional();
    }

    /** Gives every matching row once; that somebody took them out of the house is kept in the audit log. */
    @PreAuthorize(SyncRights.RAW)
    public void export(UntakenFilter filter, Consumer<UntakenView> consumer) {
        audit.record(
                currentUser.actor(),
                "onec.untaken.exported",
                "run:" + filter.runId(),
                null,
                filter.condition().sql(),
                null);
        RowCondition condition = filter.condition();
        new JdbcRows<>(dataSource, SELECT + condition.sql() + " ORDER BY r.id", condition.values(), UntakenRows::row)
                .forEach(consumer);
    }

    /**
     * The element exactly as it stands in the stored bytes, a very long one only its beginning; empty for rows that are
     * no element, like pictures.
     */
    @PreAuthorize(SyncRights.RAW)
    public Optional<String> rawElement(long id) throws IOException {
        Optional<Place> place = database.sql("""
                        SELECT f.sha256, r.line, r.start_char, r.end_char
                        FROM untaken_row r JOIN run_file f ON f.run_id = r.run_id AND f.path = r.path
                        WHERE r.id = ? AND r.end_char > r.start_char""")
                .param(id)
                .query((row, _) ->
                        new Place(row.getString(1), new Position(row.getLong(2), row.getLong(3), row.getLong(4))))
                .optional();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = blobs.open(place.get().sha256())) {
            return Optional.of(shortened(RawElements.of(content).cut(place.get().position())));
        } catch (CommerceMlRefused refused) {
            throw new IOException("the stored file cannot be read again: " + refused.getMessage(), refused);
        }
    }

    private static String shortened(String element) {
        return element.length() <= LONGEST_SHOWN ? element : element.substring(0, LONGEST_SHOWN) + "…";
    }

    private record Place(String sha256, Position position) {}

    private static UntakenView row(ResultSet row, int number) throws SQLException {
        String resolution = row.getString("resolution");
        return new UntakenView(
                row.getLong("id"),
                row.getLong("run_id"),
                ImportKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("row_key"),
                UntakenState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("waiting_id"),
                (Long) row.getObject("message_id"),
                row.getString("path"),
                row.getLong("line"),
                row.getTimestamp("created_at").toInstant(),
                resolution == null ? null : UntakenView.Resolution.valueOf(resolution),
                (Long) row.getObject("resolved_by"));
    }
}
