package ru.freesport.console.partners;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.shared.Actor;

/** Every attempt of every call to the outside, for people to read. */
@Service
public class CallJournal {

    private static final String MAY_LOOK = "hasAnyRole('ADMIN', 'OPERATIONS', 'SUPPORT', 'VIEWER', 'SYSTEM')";
    private static final String COLUMNS =
            "id, direction, circuit, operation, attempt, reads, idempotency_key, correlation_id,"
                    + " actor_kind, actor, started_at, duration_us, result, error, failure, http_status, message_id,"
                    + " replay_of";

    private final JdbcClient database;

    CallJournal(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    @PreAuthorize(MAY_LOOK)
    public List<CallEntry> page(CallFilter filter, int offset, int limit) {
        Condition condition = condition(filter);
        List<Object> values = new ArrayList<>(condition.values());
        values.add(limit);
        values.add(offset);
        return database.sql("SELECT " + COLUMNS + " FROM partner_call" + condition.sql()
                        + " ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(values)
                .query(CallJournal::entry)
                .list();
    }

    /** How many there are, counted no further than {@code most}. */
    @PreAuthorize(MAY_LOOK)
    public int count(CallFilter filter, int most) {
        Condition condition = condition(filter);
        List<Object> values = new ArrayList<>(condition.values());
        values.add(most);
        return database.sql("SELECT count(*) FROM (SELECT 1 FROM partner_call" + condition.sql() + " LIMIT ?) found")
                .params(values)
                .query(Integer.class)
                .single();
    }

    @PreAuthorize(MAY_LOOK)
    public Optional<CallEntry> find(long id) {
        return database.sql("SELECT " + COLUMNS + " FROM partner_call WHERE id = ?")
                .param(id)
                .query(CallJournal::entry)
                .optional();
    }

    @PreAuthorize(MAY_LOOK)
    public Optional<CallTraffic> traffic(long id) {
        return database.sql("SELECT request_head, request_body, request_size, response_head, response_body,"
                        + " response_size FROM partner_call WHERE id = ?")
                .param(id)
                .query((row, _) -> new CallTraffic(
                        row.getString("request_head"),
                        text(row.getBytes("request_body")),
                        row.getLong("request_size"),
                        row.getString("response_head"),
                        text(row.getBytes("response_body")),
                        row.getLong("response_size")))
                .optional();
    }

    /** The attempt of the same operation on the same circuit before this one that was answered. */
    @PreAuthorize(MAY_LOOK)
    public Optional<CallEntry> previousOfItsKind(long id) {
        return database.sql("WITH this AS (SELECT * FROM partner_call WHERE id = ?) SELECT " + columns("p")
                        + " FROM this JOIN partner_call p ON p.operation = this.operation AND p.circuit = this.circuit"
                        + " WHERE (p.started_at, p.id) < (this.started_at, this.id) AND p.result = 'SUCCEEDED'"
                        + " ORDER BY p.started_at DESC, p.id DESC LIMIT 1")
                .param(id)
                .query(CallJournal::entry)
                .optional();
    }

    /** Everything that was done because of the same click or run, in its order. */
    @PreAuthorize(MAY_LOOK)
    public List<CallEntry> together(String correlationId, int most) {
        return database.sql("SELECT " + COLUMNS + " FROM partner_call WHERE correlation_id = ? ORDER BY id LIMIT ?")
                .params(correlationId, most)
                .query(CallJournal::entry)
                .list();
    }

    /**
     * Whether the other side has answered since then and was understood, with a yes or a no; what people had repeated does not
     * count.
     *
     * @param operation null: any
     */
    @PreAuthorize(MAY_LOOK)
    public boolean hasAnswered(String circuit, @Nullable String operation, Instant since) {
        return database.sql("SELECT EXISTS (SELECT FROM partner_call WHERE circuit = :circuit AND started_at > :since"
                        + " AND (result = 'SUCCEEDED' OR error = 'BUSINESS_LOGIC_ERROR') AND replay_of IS NULL"
                        + " AND (CAST(:operation AS text) IS NULL OR operation = :operation))")
                .param("circuit", circuit)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("operation", operation)
                .query(Boolean.class)
                .single();
    }

    /** Every attempt of the same call, the earliest first. */
    @PreAuthorize(MAY_LOOK)
    public List<CallEntry> attempts(CallEntry entry, int most) {
        return entry.idempotencyKey() == null
                ? List.of(entry)
                : database.sql("SELECT " + COLUMNS + " FROM partner_call WHERE idempotency_key = ? AND circuit = ?"
                                + " ORDER BY id LIMIT ?")
                        .params(entry.idempotencyKey(), entry.circuit(), most)
                        .query(CallJournal::entry)
                        .list();
    }

    private static String columns(String table) {
        return Stream.of(COLUMNS.split(", "))
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }

    private record Condition(String sql, List<Object> values) {}

    private static Condition condition(CallFilter filter) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (filter.circuit() != null) {
            parts.add("circuit = ?");
            values.add(filter.circuit());
        }
        if (filter.result() != null) {
            parts.add(
                    filter.result() == CallResult.UNKNOWN
                            ? "(result = 'UNKNOWN' OR result IS NULL AND started_at < clock_timestamp()"
                                    + " - interval '10 minutes')"
                            : "result = '" + filter.result().name() + "'");
        }
        if (filter.error() != null) {
            parts.add("error = ?");
            values.add(filter.error().name());
        }
        if (filter.from() != null) {
            parts.add("started_at >= ?");
            values.add(filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            String text = filter.text().strip();
            boolean isNumber = text.matches("\\d{1,18}");
            parts.add("(correlation_id = ? OR idempotency_key = ? OR operation ILIKE ?"
                    + (isNumber ? " OR id = ?)" : ")"));
            values.add(text);
            values.add(text);
            values.add("%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            if (isNumber) {
                values.add(Long.parseLong(text));
            }
        }
        return new Condition(parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts), values);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static CallEntry entry(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        String error = row.getString("error");
        long micros = row.getLong("duration_us");
        Duration duration = row.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
        return new CallEntry(
                row.getLong("id"),
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("circuit"),
                row.getString("operation"),
                row.getInt("attempt"),
                row.getBoolean("reads"),
                row.getString("idempotency_key"),
                row.getString("correlation_id"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                duration,
                result == null ? null : CallResult.valueOf(result),
                error == null ? null : CallError.valueOf(error),
                row.getString("failure"),
                (Integer) row.getObject("http_status"),
                (Long) row.getObject("message_id"),
                (Long) row.getObject("replay_of"));
    }
}
