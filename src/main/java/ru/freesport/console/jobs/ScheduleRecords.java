package ru.freesport.console.jobs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;

/** The stored schedules and who changed them. */
@Component
class ScheduleRecords {

    private final JdbcClient database;

    ScheduleRecords(JdbcClient database) {
        this.database = database;
    }

    record Stored(
            String task,
            String cron,
            boolean paused,
            @Nullable String pausedReason,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            @Nullable Instant lastFiredAt) {}

    /** What a person set stays; what nobody touched follows the code. */
    void introduce(String task, String standardCron) {
        database.sql("""
                        INSERT INTO schedule (task, cron) VALUES (?, ?)
                        ON CONFLICT (task) DO UPDATE SET cron = excluded.cron
                        WHERE NOT schedule.is_edited AND schedule.cron <> excluded.cron
                        """).params(task, standardCron).update();
    }

    Optional<Stored> find(String task) {
        return database.sql("SELECT * FROM schedule WHERE task = ?")
                .param(task)
                .query((row, _) -> new Stored(
                        row.getString("task"),
                        row.getString("cron"),
                        row.getBoolean("paused"),
                        row.getString("paused_reason"),
                        row.getString("changed_by"),
                        RunRows.instant(row, "changed_at"),
                        RunRows.instant(row, "last_fired_at")))
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until our transaction ends. */
    Optional<Stored> lock(String task) {
        database.sql("SELECT 1 FROM schedule WHERE task = ? FOR UPDATE")
                .param(task)
                .query((row, _) -> true)
                .optional();
        return find(task);
    }

    void changeCron(Stored before, String cron, Actor actor, String reason) {
        database.sql("""
                        UPDATE schedule SET cron = ?, is_edited = true, changed_by = ?, changed_at = clock_timestamp()
                        WHERE task = ?
                        """).params(cron, actor.name(), before.task()).update();
        remember(before.task(), "CRON", before.cron(), cron, actor, reason);
    }

    void pause(Stored before, Actor actor, String reason) {
        setPaused(before.task(), reason, actor);
        remember(before.task(), "PAUSED", null, null, actor, reason);
    }

    void resume(Stored before, Actor actor, String reason) {
        setPaused(before.task(), null, actor);
        remember(before.task(), "RESUMED", before.pausedReason(), null, actor, reason);
    }

    /** False for a fire that was taken already. */
    boolean takeSlot(String task, Instant slot) {
        return database.sql("""
                        UPDATE schedule SET last_slot = :slot, last_fired_at = clock_timestamp()
                        WHERE task = :task AND NOT paused AND last_slot IS DISTINCT FROM :slot
                        """)
                        .param("slot", OffsetDateTime.ofInstant(slot, ZoneOffset.UTC))
                        .param("task", task)
                        .update()
                == 1;
    }

    private void setPaused(String task, @Nullable String reason, Actor actor) {
        database.sql("""
                        UPDATE schedule
                        SET paused = :reason::text IS NOT NULL, paused_reason = :reason,
                            changed_by = :by, changed_at = clock_timestamp()
                        WHERE task = :task
                        """)
                .param("reason", reason)
                .param("by", actor.name())
                .param("task", task)
                .update();
    }

    private void remember(
            String task, String what, @Nullable String was, @Nullable String became, Actor actor, String reason) {
        database.sql("""
                        INSERT INTO schedule_change (task, actor_kind, actor_name, what, was, became, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(task, actor.kind().name(), actor.name(), what, was, became, reason)
                .update();
        database.sql("SELECT pg_notify('schedule_changed', ?)")
                .param(task)
                .query((row, _) -> true)
                .single();
    }
}
