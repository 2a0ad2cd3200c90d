package ru.freesport.console.onec.exchange;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Drops what abandoned sessions left half sent, and calls that are too old to matter. */
@Component
class ExchangeCleaning implements ScheduledTask {

    private final JdbcClient database;
    private final Uploads uploads;
    private final ExchangeSettings settings;

    ExchangeCleaning(JdbcClient database, Uploads uploads, ExchangeSettings settings) {
        this.database = database;
        this.uploads = uploads;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "onec.exchange-cleaning";
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("0 17 * * * ?");
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        uploads.discard(
                "sealed_at IS NULL AND session_id IN (SELECT id FROM exchange_session WHERE state = 'SUPERSEDED'"
                        + " OR last_seen < clock_timestamp() - make_interval(secs => ?))",
                (double) settings.idle().toSeconds());
        run.checkpoint();
        double kept = settings.keepCalls().toSeconds();
        run.rows(database.sql(
                        "DELETE FROM exchange_session WHERE last_seen < clock_timestamp() - make_interval(secs => ?)")
                .param(kept)
                .update());
        return RunState.COMPLETED;
    }
}
