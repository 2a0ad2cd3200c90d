package ru.freesport.console.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.shared.Actor;

/** Everything that went in and out, calls and files in one list, newest first. */
@Service
@PreAuthorize(Journal.MAY_LOOK)
public class Journal {

    static final String MAY_LOOK = "hasAnyRole('ADMIN', 'OPERATIONS', 'SUPPORT', 'VIEWER', 'SYSTEM')";

    private static final Comparator<JournalLine> ORDER = Comparator.comparing(JournalLine::at)
            .reversed()
            .thenComparing(JournalLine::kind)
            .thenComparing(Comparator.comparingLong(JournalLine::id).reversed());

    private static final String CALLS = """
            SELECT 'CALL' AS kind, id, direction, circuit AS channel, operation AS name, attempt, actor_kind, actor,
                started_at AS at, duration_us, result, error, http_status,
                coalesce(request_size, 0) + coalesce(response_size, 0) AS size, correlation_id,
                replay_of IS NOT NULL AS is_replay
            FROM partner_call WHERE\s""";

    private static final String FILES = """
            SELECT 'FILE' AS kind, id, direction, channel, name, 0 AS attempt, actor_kind, actor_name AS actor,
                received_at AS at, NULL::bigint AS duration_us, NULL AS result, NULL AS error, NULL::int AS http_status,
                size, correlation_id, false AS is_replay
            FROM message WHERE\s""";

    private final JdbcClient database;

    Journal(JdbcClient database) {
        this.database = database;
    }

    /** @param below the last line before the page; null asks for the first page */
    public List<JournalLine> page(JournalFilter filter, JournalLine.@Nullable Position below, int limit) {
        List<JournalLine> lines = new ArrayList<>();
        if (filter.wantsCalls()) {
            lines.addAll(read(CALLS, JournalQuery.calls(filter, below), "started_at", limit));
        }
        if (filter.wantsFiles()) {
            lines.addAll(read(FILES, JournalQuery.files(filter, below), "received_at", limit));
        }
        return lines.stream().sorted(ORDER).limit(limit).toList();
    }

    /** How many there are, counted no further than {@code most}. */
    public int count(JournalFilter filter, int most) {
        int calls = filter.wantsCalls() ? count("partner_call", JournalQuery.calls(filter, null), most) : 0;
        int files = filter.wantsFiles() && calls < most
                ? count("message", JournalQuery.files(filter, null), most - calls)
                : 0;
        return calls + files;
    }

    private List<JournalLine> read(String select, JournalQuery query, String time, int limit) {
        return database.sql(select + query.conditions() + " ORDER BY " + time + " DESC, id DESC LIMIT :limit")
                .params(query.values())
                .param("limit", limit)
                .query(Journal::line)
                .list();
    }

    private int count(String table, JournalQuery query, int most) {
        return database.sql("SELECT count(*) FROM (SELECT FROM " + table + " WHERE " + query.conditions()
                        + " LIMIT :most) counted")
                .params(query.values())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static JournalLine line(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        String error = row.getString("error");
        long micros = row.getLong("duration_us");
        Duration duration = row.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
        return new JournalLine(
                JournalLine.Kind.valueOf(row.getString("kind")),
                row.getLong("id"),
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                row.getString("name"),
                row.getInt("attempt"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                duration,
                result == null ? null : CallResult.valueOf(result),
                error == null ? null : CallError.valueOf(error),
                (Integer) row.getObject("http_status"),
                row.getLong("size"),
                row.getString("correlation_id"),
                row.getBoolean("is_replay"));
    }
}
