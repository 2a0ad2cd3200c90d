package ru.freesport.console.onec;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.HeldRows;
import ru.freesport.console.catalog.MappingChanged;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.catalog.Obstacle;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;

/** Counts the rows that wait for a person, and has them tried again once the person has decided. */
@Component
class MappingRetry implements HeldRows {

    private final JdbcClient database;
    private final Runs runs;
    private final Mappings mappings;

    MappingRetry(JdbcClient database, Runs runs, Mappings mappings) {
        this.database = database;
        this.runs = runs;
        this.mappings = mappings;
    }

    @Override
    public Map<String, Long> byPriceType() {
        return waitingFor(Obstacle.Kind.PRICE_TYPE);
    }

    @Override
    public Map<String, Long> byWarehouse() {
        return waitingFor(Obstacle.Kind.WAREHOUSE);
    }

    /** In the transaction of the decision: the run is queued when, and only when, that commits. */
    @EventListener
    void tryAgain(MappingChanged change) {
        boolean waits = database.sql("""
                        SELECT EXISTS (SELECT FROM untaken_row
                            WHERE waiting_for = ? AND waiting_id = ? AND resolved_at IS NULL)""")
                .params(change.obstacle().kind().name(), change.obstacle().id())
                .query(Boolean.class)
                .single();
        if (waits) {
            long run = runs.submit(RunRequest.of(RowRetryTask.NAME, RunTrigger.MANUAL, change.actor())
                    .about(change.obstacle().id()));
            mappings.retriedBy(change.change(), run);
        }
    }

    private Map<String, Long> waitingFor(Obstacle.Kind kind) {
        return database
                .sql("""
                        SELECT waiting_id, count(*) AS held FROM untaken_row
                        WHERE waiting_for = ? AND resolved_at IS NULL GROUP BY waiting_id""")
                .param(kind.name())
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }
}
