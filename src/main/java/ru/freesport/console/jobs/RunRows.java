package ru.freesport.console.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns database rows into records and values into JSON columns. */
@Component
class RunRows {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final JsonMapper mapper;

    RunRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String json(Object value) {
        return mapper.writeValueAsString(value);
    }

    RunView run(ResultSet row, int number) throws SQLException {
        long previous = row.getLong("previous_run_id");
        boolean isFirst = row.wasNull();
        return new RunView(
                row.getLong("id"),
                row.getString("task"),
                RunState.valueOf(row.getString("state")),
                RunTrigger.valueOf(row.getString("trigger")),
                actor(row),
                row.getString("reason"),
                row.getInt("attempt"),
                isFirst ? null : previous,
                mapper.readValue(row.getString("parameters"), WORDS),
                row.getString("subject"),
                row.getBoolean("dry_run"),
                row.getBoolean("released"),
                row.getString("phase"),
                row.getLong("progress_done"),
                row.getLong("progress_total"),
                row.getLong("rows_done"),
                Objects.requireNonNull(instant(row, "queued_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("node"),
                row.getString("error_type"),
                row.getString("error_message"),
                row.getString("summary"),
                row.getTimestamp("cancel_requested_at") != null,
                row.getString("cancelled_by"),
                row.getString("cancel_reason"),
                Duration.ofMillis(Math.round(row.getDouble("elapsed_seconds") * 1000)),
                row.getString("correlation_id"));
    }

    RunEvent event(ResultSet row, int number) throws SQLException {
        return new RunEvent(
                row.getLong("id"),
                row.getLong("run_id"),
                Objects.requireNonNull(instant(row, "at")),
                actor(row),
                RunEvent.Kind.valueOf(row.getString("kind")),
                row.getString("message"),
                mapper.readValue(row.getString("args"), LIST));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_name"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
