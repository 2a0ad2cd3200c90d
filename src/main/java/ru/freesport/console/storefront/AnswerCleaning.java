package ru.freesport.console.storefront;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Forgets answers that nobody asks for again. */
@Component
class AnswerCleaning implements ScheduledTask {

    private final JdbcClient database;
    private final StorefrontSettings settings;

    AnswerCleaning(JdbcClient database, StorefrontSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "storefront.answer-cleaning";
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("0 50 3 * * ?");
    }

    @Override
    public RunState run(RunContext run) {
        run.rows(database.sql("DELETE FROM idempotent_answer WHERE at < now() - make_interval(secs => ?)")
                .param((double) settings.rememberAnswers().toSeconds())
                .update());
        return RunState.COMPLETED;
    }
}
