package ru.freesport.console.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

/** Writes decisions about mappings down, for their screen and for the audit log, and tells who needs to know. */
@Component
class MappingHistory {

    private static final String SELECT = """
            SELECT c.id, c.at, c.actor_kind, c.actor, c.kind, c.subject, c.reason, c.run_id,
                CASE c.kind WHEN 'PRICE_TYPE' THEN (SELECT name FROM price_type WHERE onec_id = c.subject) END AS subject_name,
                coalesce(CASE c.kind WHEN 'PRICE_LEVEL' THEN (SELECT name FROM price_type WHERE onec_id = c.was)
                    WHEN 'WAREHOUSE' THEN (SELECT name FROM warehouse WHERE id::text = c.was) END, c.was) AS was,
                coalesce(CASE c.kind WHEN 'PRICE_LEVEL' THEN (SELECT name FROM price_type WHERE onec_id = c.became)
                    WHEN 'WAREHOUSE' THEN (SELECT name FROM warehouse WHERE id::text = c.became) END, c.became) AS became
            FROM mapping_change c""";

    private final JdbcClient database;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    MappingHistory(JdbcClient database, AuditLog audit, ApplicationEventPublisher events) {
        this.database = database;
        this.audit = audit;
        this.events = events;
    }

    /** @param freed what rows may have waited for, null when the decision frees none */
    MappingOutcome.Done changed(
            Actor actor,
            MappingChange.Kind kind,
            String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Obstacle freed) {
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        long id = database.sql("""
                        INSERT INTO mapping_change (actor_kind, actor, kind, subject, was, became, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(actor.kind().name(), actor.name(), kind.name(), subject, from, to, why)
                .query(Long.class)
                .single();
        String code = kind.name().toLowerCase(java.util.Locale.ROOT);
        audit.record(actor, "catalog.mapping." + code, code + ":" + subject, from, to, why);
        if (freed != null) {
            events.publishEvent(new MappingChanged(id, freed, actor));
        }
        return new MappingOutcome.Done(id, runOf(id));
    }

    void retriedBy(long change, long runId) {
        database.sql("UPDATE mapping_change SET run_id = ? WHERE id = ?")
                .params(runId, change)
                .update();
    }

    MappingOutcome.Clash clash(MappingChange.Kind kind, String subject) {
        Optional<MappingChange> theirs = database.sql(
                        SELECT + " WHERE c.kind = ? AND c.subject = ? ORDER BY c.id DESC LIMIT 1")
                .params(kind.name(), subject)
                .query(MappingHistory::change)
                .optional();
        return new MappingOutcome.Clash(theirs.orElse(null));
    }

    List<MappingChange> latest(int limit) {
        return database.sql(SELECT + " ORDER BY c.id DESC LIMIT ?")
                .param(limit)
                .query(MappingHistory::change)
                .list();
    }

    private @Nullable Long runOf(long change) {
        return database.sql("SELECT run_id FROM mapping_change WHERE id = ? AND run_id IS NOT NULL")
                .param(change)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static MappingChange change(ResultSet row, int number) throws SQLException {
        return new MappingChange(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                MappingChange.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("was"),
                row.getString("became"),
                row.getString("reason"),
                (Long) row.getObject("run_id"));
    }
}
