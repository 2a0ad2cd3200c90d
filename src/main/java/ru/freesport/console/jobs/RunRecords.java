package ru.freesport.console.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;

/** Reads runs and their timelines. */
@Component
class RunRecords {

    private static final String SELECT = """
            SELECT *, EXTRACT(EPOCH FROM coalesce(finished_at, CASE WHEN state = 'HELD' THEN heartbeat_at END,
                                                  clock_timestamp()) - started_at) AS elapsed_seconds
            FROM job_run
            """;

    private final JdbcClient database;
    private final RunRows rows;

    RunRecords(JdbcClient database, RunRows rows) {
        this.database = database;
        this.rows = rows;
    }

    Optional<RunView> find(long id) {
        return database.sql(SELECT + "WHERE id = ?").param(id).query(rows::run).optional();
    }

    Optional<RunView> latest(String task) {
        return database.sql(SELECT + "WHERE task = ? ORDER BY id DESC LIMIT 1")
                .param(task)
                .query(rows::run)
                .optional();
    }

    Optional<RunView> latestResult(String task) {
        return database.sql(SELECT + """
                        WHERE task = ? AND state NOT IN ('QUEUED', 'RUNNING') AND NOT dry_run
                        ORDER BY id DESC LIMIT 1
                        """).param(task).query(rows::run).optional();
    }

    List<RunView> active(String task) {
        return database.sql(SELECT + "WHERE task = ? AND state IN ('QUEUED', 'RUNNING') ORDER BY coalesce(place, id)")
                .param(task)
                .query(rows::run)
                .list();
    }

    /** Newest first; the next page starts before the last one's id. */
    List<RunView> recent(RunFilter filter, @Nullable Long beforeId, int limit) {
        StringBuilder where = new StringBuilder("WHERE true");
        List<Object> values = new ArrayList<>();
        if (beforeId != null) {
            where.append(" AND id < ?");
            values.add(beforeId);
        }
        if (!filter.tasks().isEmpty()) {
            where.append(" AND task = ANY (?)");
            values.add(filter.tasks().toArray(String[]::new));
        }
        if (!filter.states().isEmpty()) {
            where.append(" AND state = ANY (?)");
            values.add(filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!filter.triggers().isEmpty()) {
            where.append(" AND trigger = ANY (?)");
            values.add(filter.triggers().stream().map(Enum::name).toArray(String[]::new));
        }
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            where.append(" AND (concat_ws(' ', subject, actor_name, reason, error_message) ILIKE ? OR id::text = ?)");
            values.add("%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            values.add(text.strip());
        }
        values.add(limit);
        return database.sql(SELECT + where + " ORDER BY id DESC LIMIT ?")
                .params(values)
                .query(rows::run)
                .list();
    }

    List<RunView> together(String correlationId, int limit) {
        return database.sql(SELECT + "WHERE correlation_id = ? ORDER BY id LIMIT ?")
                .params(correlationId, limit)
                .query(rows::run)
                .list();
    }

    List<RunEvent> events(long runId) {
        return database.sql("SELECT * FROM run_event WHERE run_id = ? ORDER BY id")
                .param(runId)
                .query(rows::event)
                .list();
    }

    void addEvent(long runId, Actor actor, RunEvent.Kind kind, String message, Object... args) {
        database.sql("""
                        INSERT INTO run_event (run_id, actor_kind, actor_name, kind, message, args)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(runId, actor.kind().name(), actor.name(), kind.name(), message, rows.json(strings(args)))
                .update();
    }

    private static List<String> strings(Object[] args) {
        List<String> words = new ArrayList<>(args.length);
        for (Object arg : args) {
            words.add(String.valueOf(arg));
        }
        return words;
    }
}
