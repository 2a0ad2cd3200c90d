package ru.freesport.console.onec;

import java.sql.Connection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.customers.sync.CounterpartyIntakes;
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
    private static final String STATE = "state";
    private static final String KIND = "kind";
    private static final String REASON = "reason";
    private static final String TEXT = "text";

    private final DataSource database;
    private final Packets packets;
    private final CounterpartyIntakes counterparties;

    RowRetryTask(DataSource database, Packets packets, CounterpartyIntakes counterparties) {
        this.database = database;
        this.packets = packets;
        this.counterparties = counterparties;
    }

    /** What a run is told so that it tries the open rows that match. */
    static Map<String, String> parameters(UntakenFilter filter) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(OF_RUN, Long.toString(filter.runId()));
        if (filter.state() instanceof UntakenState state) {
            parameters.put(STATE, state.name());
        }
        if (filter.kind() instanceof ImportKind kind) {
            parameters.put(KIND, kind.name());
        }
        if (filter.reason() instanceof String reason) {
            parameters.put(REASON, reason);
        }
        if (!filter.text().isEmpty()) {
            parameters.put(TEXT, filter.text());
        }
        return parameters;
    }

    static Optional<RowCondition> chosen(RunContext run) {
        Optional<RowCondition> row = run.parameter(OF_ROW).map(Long::valueOf).map(RowCondition::ofRow);
        return row.or(() -> run.parameter(OF_RUN)
                .map(Long::valueOf)
                .map(id -> UntakenFilter.ofRun(id)
                        .inState(run.parameter(STATE).map(UntakenState::valueOf).orElse(null))
                        .ofKind(run.parameter(KIND).map(ImportKind::valueOf).orElse(null))
                        .because(run.parameter(REASON).orElse(null))
                        .withText(run.parameter(TEXT).orElse(""))
                        .condition()));
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
        return RunAs.system(() -> retry(run));
    }

    private RunState retry(RunContext run) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            RunTransaction transaction = new RunTransaction(
                    connection, run, run.isDryRun() ? RunTransaction.Mode.NEVER : RunTransaction.Mode.STEP_BY_STEP);
            try (CatalogIntake catalog = new CatalogIntake(connection, run.runId())) {
                BatchIntake books = new BatchIntake(
                        catalog, counterparties.on(connection, "run:" + run.runId()), EnumSet.allOf(ImportKind.class));
                RowRetry retry = new RowRetry(connection, run, packets, catalog, books, transaction);
                Optional<RowCondition> chosen = chosen(run);
                if (chosen.isPresent()) {
                    retry.retry(chosen.get());
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
