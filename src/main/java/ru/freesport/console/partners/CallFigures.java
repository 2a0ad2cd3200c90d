package ru.freesport.console.partners;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How fast the outside answers and how much it is asked, out of the journal. */
@Repository
class CallFigures {

    private final JdbcClient database;

    CallFigures(JdbcClient database) {
        this.database = database;
    }

    /** Of the attempts that were answered. */
    record Figures(Duration p50, Duration p95, long calls) {}

    /** By circuit; circuits without an answer are absent. */
    Map<String, Figures> lastHour() {
        Map<String, Figures> found = new HashMap<>();
        database.sql("""
                        SELECT circuit, count(*) AS calls,
                            percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_us) AS p50,
                            percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_us) AS p95
                        FROM partner_call
                        WHERE started_at > clock_timestamp() - interval '1 hour' AND result IN ('SUCCEEDED', 'REJECTED')
                        GROUP BY circuit
                        """).query(row -> {
            found.put(
                    row.getString("circuit"),
                    new Figures(
                            Duration.of(row.getLong("p50"), ChronoUnit.MICROS),
                            Duration.of(row.getLong("p95"), ChronoUnit.MICROS),
                            row.getLong("calls")));
        });
        return found;
    }

    /** By circuit, where the last attempt that left was a failure. */
    Map<String, LastFailure> lastFailures() {
        return database
                .sql("""
                        SELECT c.name, last.id, last.error, last.failure, last.started_at FROM circuit c
                        CROSS JOIN LATERAL (
                            SELECT id, error, failure, started_at FROM partner_call p
                            WHERE p.circuit = c.name AND p.result IS NOT NULL AND p.result <> 'NOT_SENT'
                            ORDER BY id DESC LIMIT 1) last
                        WHERE last.error IS NOT NULL
                        """)
                .query((row, _) -> Map.entry(
                        row.getString("name"),
                        new LastFailure(
                                row.getLong("id"),
                                CallError.valueOf(row.getString("error")),
                                row.getString("failure"),
                                row.getObject("started_at", OffsetDateTime.class)
                                        .toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
