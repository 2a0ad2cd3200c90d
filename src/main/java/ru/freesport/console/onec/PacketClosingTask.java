package ru.freesport.console.onec;

import java.sql.Connection;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Ends a packet that came in several runs: what its full files did not name is switched off. */
@Component
class PacketClosingTask implements ScheduledTask {

    static final String NAME = "onec.packet-closing";

    private final DataSource database;

    PacketClosingTask(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String lease() {
        return CatalogImportTask.LEASE;
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        long packetId = Long.parseLong(run.parameter("packet").orElseThrow());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (CatalogIntake catalog = new CatalogIntake(connection, run.runId())) {
                BatchIntake books = new BatchIntake(catalog, EnumSet.allOf(ImportKind.class));
                new FullKinds(connection, packetId, run.runId()).close(books, run);
                new RunBooks(connection, run.runId()).counts(books.counts(), books.takeTouched());
                run.fence(connection);
                connection.commit();
                return RunState.COMPLETED;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
