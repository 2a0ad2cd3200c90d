package ru.freesport.console.onec;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.orders.statuses.IdentityDecided;
import ru.freesport.console.orders.statuses.StatusMapChanged;
import ru.freesport.console.orders.statuses.StatusMaps;
import ru.freesport.console.shared.Actor;

/** Has documents that waited for a person taken once the person has answered; in the transaction of the answer. */
@Component
class OrderStatusAnswers {

    private final JdbcClient database;
    private final Runs runs;
    private final StatusMaps maps;

    OrderStatusAnswers(JdbcClient database, Runs runs, StatusMaps maps) {
        this.database = database;
        this.runs = runs;
        this.maps = maps;
    }

    @EventListener
    void explained(StatusMapChanged change) {
        retry(OrderStatusBooks.WORD, change.wordKeys().toArray(String[]::new), change.actor())
                .ifPresent(run -> maps.retriedBy(change.version(), run));
    }

    @EventListener
    void decided(IdentityDecided decision) {
        retry(
                OrderStatusBooks.IDENTITY,
                new String[] {OrderStatusBooks.dispute(decision.number(), decision.onecKey())},
                decision.actor());
    }

    private Optional<Long> retry(String question, String[] answered, Actor actor) {
        Optional<String> waits = database.sql("""
                        SELECT waiting_id FROM untaken_row
                        WHERE waiting_for = :question AND waiting_id = ANY(:answered) AND resolved_at IS NULL LIMIT 1""")
                .param("question", question)
                .param("answered", answered)
                .query(String.class)
                .optional();
        return waits.map(subject -> runs.submit(RunRequest.of(OrderStatusRetryTask.NAME, RunTrigger.MANUAL, actor)
                .about(subject)));
    }
}
