package ru.freesport.console.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.freesport.console.shared.Actor;

/** Alerts as rows; whatever changes one notes it in its timeline and tells the screens. Joins the caller's transaction. */
@Repository
class AlertTable {

    static final String CHANNEL = "alert";

    /** So many of the last are remembered to tell a repeat from news. */
    private static final int REMEMBERED = 50;

    private static final String QUIET = "muted_until > clock_timestamp()";

    private final JdbcClient database;

    AlertTable(JdbcClient database) {
        this.database = database;
    }

    /** Those who see the same cause at one moment come one after the other. */
    void lock(Cause cause) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended('alert ' || ? || ' ' || ?, 0))")
                .params(cause.rule().name(), cause.subject())
                .query((_, _) -> true)
                .single();
    }

    /** Whether this very time was counted already, in an alert that is open or was settled since. */
    boolean isCounted(Cause cause) {
        return database.sql("SELECT coalesce((SELECT ? = ANY(occurrences) FROM alert WHERE rule = ? AND subject = ?"
                        + " ORDER BY id DESC LIMIT 1), false)")
                .params(cause.occurrence(), cause.rule().name(), cause.subject())
                .query(Boolean.class)
                .single();
    }

    /** One more of an open alert; empty when there is none. */
    Optional<Long> count(Cause cause) {
        return database.sql("""
                        UPDATE alert SET seen = seen + 1, last_seen = clock_timestamp(),
                            occurrences = (array_append(occurrences, :occurrence))[greatest(1, cardinality(occurrences) - :rest):],
                            detail = coalesce(:detail, detail), link = :link, call_id = coalesce(:call, call_id)
                        WHERE rule = :rule AND subject = :subject AND resolved_at IS NULL RETURNING id
                        """)
                .params(values(cause))
                .param("rest", REMEMBERED - 2)
                .query(Long.class)
                .optional();
    }

    long insert(Cause cause) {
        return database.sql("""
                        INSERT INTO alert (rule, subject, occurrences, detail, link, call_id)
                        VALUES (:rule, :subject, ARRAY[:occurrence], :detail, :link, :call) RETURNING id
                        """).params(values(cause)).query(Long.class).single();
    }

    /** @return those that ended */
    List<Long> settle(AlertRule rule, String subject) {
        return database.sql("UPDATE alert SET resolved_at = clock_timestamp(), resolution = 'GONE'"
                        + " WHERE rule = ? AND subject = ? AND resolved_at IS NULL RETURNING id")
                .params(rule.name(), subject)
                .query(Long.class)
                .list();
    }

    boolean resolve(long id, String by, String reason) {
        return changed(
                "UPDATE alert SET resolved_at = clock_timestamp(), resolution = 'PERSON', resolved_by = ?,"
                        + " resolve_reason = ? WHERE id = ? AND resolved_at IS NULL",
                by,
                reason,
                id);
    }

    /** @param from who had it until now; null: nobody */
    boolean take(long id, String owner, @Nullable String from) {
        return changed(
                "UPDATE alert SET owner = ?, owned_at = clock_timestamp() WHERE id = ? AND resolved_at IS NULL"
                        + " AND owner IS NOT DISTINCT FROM ?",
                owner,
                id,
                from);
    }

    boolean release(long id, String owner) {
        return changed(
                "UPDATE alert SET owner = NULL, owned_at = NULL WHERE id = ? AND resolved_at IS NULL AND owner = ?",
                id,
                owner);
    }

    boolean mute(long id, String by, String reason, double seconds) {
        return changed(
                "UPDATE alert SET muted_until = clock_timestamp() + make_interval(secs => ?), muted_by = ?,"
                        + " mute_reason = ? WHERE id = ? AND resolved_at IS NULL",
                seconds,
                by,
                reason,
                id);
    }

    boolean unmute(long id) {
        return changed(
                "UPDATE alert SET muted_until = NULL, muted_by = NULL, mute_reason = NULL"
                        + " WHERE id = ? AND muted_until IS NOT NULL AND resolved_at IS NULL",
                id);
    }

    /** @return those whose time of quiet is over */
    List<Long> endMutes() {
        return database.sql("UPDATE alert SET muted_until = NULL, muted_by = NULL, mute_reason = NULL"
                        + " WHERE resolved_at IS NULL AND muted_until <= clock_timestamp() RETURNING id")
                .query(Long.class)
                .list();
    }

    void note(long id, AlertEvent.Kind kind, Actor actor, @Nullable String detail) {
        database.sql("INSERT INTO alert_event (alert_id, kind, actor_kind, actor, detail) VALUES (?, ?, ?, ?, ?)")
                .params(id, kind.name(), actor.kind().name(), actor.name(), detail)
                .update();
    }

    void tell(long id) {
        database.sql("SELECT pg_notify(?, ?)")
                .params(CHANNEL, Long.toString(id))
                .query((_, _) -> id)
                .single();
    }

    Optional<Alert> find(long id) {
        return database.sql("SELECT * FROM alert WHERE id = ?")
                .param(id)
                .query(AlertTable::alert)
                .optional();
    }

    List<AlertEvent> events(long id) {
        return database.sql("SELECT * FROM alert_event WHERE alert_id = ? ORDER BY id DESC")
                .param(id)
                .query(AlertTable::event)
                .list();
    }

    List<Alert> page(AlertFilter filter, @Nullable Long below, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("limit", limit));
        String where = where(filter, values);
        if (below != null) {
            where += " AND id < :below";
            values.put("below", below);
        }
        return database.sql("SELECT * FROM alert WHERE " + where + " ORDER BY id DESC LIMIT :limit")
                .params(values)
                .query(AlertTable::alert)
                .list();
    }

    int count(AlertFilter filter, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("most", most));
        return database.sql("SELECT count(*) FROM (SELECT FROM alert WHERE " + where(filter, values)
                        + " LIMIT :most) counted")
                .params(values)
                .query(Integer.class)
                .single();
    }

    private static String where(AlertFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(
                switch (filter.show()) {
                    case OPEN -> "resolved_at IS NULL";
                    case LOUD -> "resolved_at IS NULL AND (" + QUIET + ") IS NOT TRUE";
                    case MUTED -> "resolved_at IS NULL AND " + QUIET;
                    case RESOLVED -> "resolved_at IS NOT NULL";
                    case ALL -> "true";
                });
        if (filter.rule() != null) {
            where.append(" AND rule = :rule");
            values.put("rule", filter.rule().name());
        }
        if (filter.owner() != null) {
            where.append(" AND owner = :owner");
            values.put("owner", filter.owner());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" AND (subject ILIKE :like OR detail ILIKE :like OR id::text = :text)");
            values.put("text", filter.text().strip());
            values.put("like", "%" + filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return where.toString();
    }

    private boolean changed(String sql, @Nullable Object... values) {
        return database.sql(sql).params(values).update() == 1;
    }

    private static Map<String, @Nullable Object> values(Cause cause) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("rule", cause.rule().name());
        values.put("subject", cause.subject());
        values.put("occurrence", cause.occurrence());
        values.put("detail", cause.detail());
        values.put("link", cause.link());
        values.put("call", cause.call());
        return values;
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        Instant mutedUntil = instant(row, "muted_until");
        Instant resolvedAt = instant(row, "resolved_at");
        boolean isMuted = mutedUntil != null && mutedUntil.isAfter(Instant.now());
        return new Alert(
                row.getLong("id"),
                AlertRule.valueOf(row.getString("rule")),
                row.getString("subject"),
                row.getLong("seen"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                row.getString("detail"),
                row.getString("link"),
                (Long) row.getObject("call_id"),
                row.getString("owner"),
                isMuted ? new Alert.Mute(mutedUntil, row.getString("muted_by"), row.getString("mute_reason")) : null,
                resolvedAt == null
                        ? null
                        : new Alert.End(
                                resolvedAt,
                                row.getString("resolution").equals("GONE"),
                                row.getString("resolved_by"),
                                row.getString("resolve_reason")));
    }

    private static AlertEvent event(ResultSet row, int number) throws SQLException {
        return new AlertEvent(
                row.getObject("at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                AlertEvent.Kind.valueOf(row.getString("kind")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
