package ru.freesport.console.onec;

import java.sql.Connection;
import java.util.EnumSet;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/**
 * Tries rows that wait once more: those of which the obstacle is gone, the rows of one run, or a single one. It also
 * runs by the clock, for a mapping that was made just before a node died.
 */
@Component
class RowRetryTask implements ScheduledTask {

    static final String NAME = "onec.row-retry";
    static final String OF_RUN = "run";
    static final String OF_ROW = "row";

    private final DataSource database;
    private final Packets packets;

    RowRetryTask(DataSource database, Packets packets) {
        this.database = database;
        this.packets = packets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("0 0/10 * * * ?");
    }

    @Override
    public String lease() {
        return CatalogImportTask.LEASE;
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        run.phase("onec.phase.retry");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            RunTransaction transaction = new RunTransaction(
                    connection, run, run.isDryRun() ? RunTransaction.Mode.NEVER : RunTransaction.Mode.STEP_BY_STEP);
            try (CatalogIntake catalog = new CatalogIntake(connection, run.runId())) {
                BatchIntake books = new BatchIntake(catalog, EnumSet.allOf(ImportKind.class));
                RowRetry retry = new RowRetry(connection, run, packets, catalog, books, transaction);
                Optional<Long> ofRun = run.parameter(OF_RUN).map(Long::valueOf);
                Optional<Long> ofRow = run.parameter(OF_ROW).map(Long::valueOf);
                if (ofRow.isPresent()) {
                    retry.retry(OpenRows.BY_ID, ofRow.get());
                } else if (ofRun.isPresent()) {
                    retry.retry(OpenRows.OF_RUN, ofRun.get());
                } else {
                    retry.retryUnblocked();
                }
                if (transaction.mode() != RunTransaction.Mode.NEVER) {
                    new RunBooks(connection, run.runId()).counts(books.counts(), books.takeTouched());
                }
                run.summary(books.counts());
                transaction.end();
                return RunState.COMPLETED;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
