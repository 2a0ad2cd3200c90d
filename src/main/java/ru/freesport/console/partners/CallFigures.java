package ru.freesport.console.partners;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How fast the outside answers and how much it is asked, out of the journal. */
@Repository
class CallFigures {

    private final JdbcClient database;

    CallFigures(JdbcClient database) {
        this.database = database;
    }

    record Figures(Duration p50, Duration p95) {}

    /** By circuit; of attempts that were answered. */
    Map<String, Figures> lastHour() {
        Map<String, Figures> found = new HashMap<>();
        database.sql("""
                        SELECT circuit,
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
                            Duration.of(row.getLong("p95"), ChronoUnit.MICROS)));
        });
        return found;
    }

    Map<String, Long> callsInADay() {
        Map<String, Long> found = new HashMap<>();
        database.sql("SELECT circuit, count(*) AS calls FROM partner_call WHERE started_at > clock_timestamp()"
                        + " - interval '1 day' GROUP BY circuit")
                .query(row -> {
                    found.put(row.getString("circuit"), row.getLong("calls"));
                });
        return found;
    }
}
