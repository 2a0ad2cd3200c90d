package ru.freesport.console.onec;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** The run that takes a packet into the catalogue. Only one at a time writes the catalogue, whatever door it came by. */
@Component
class CatalogImportTask implements ScheduledTask {

    static final String NAME = "onec.catalog-import";
    /** Whoever writes the catalogue holds this lease. */
    static final String LEASE = "catalog";

    private final DataSource database;
    private final Packets packets;
    private final ImportSettings settings;

    CatalogImportTask(DataSource database, Packets packets, ImportSettings settings) {
        this.database = database;
        this.packets = packets;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String lease() {
        return LEASE;
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (ImportRun importRun = new ImportRun(connection, run, packets, settings)) {
                return importRun.go(PacketOrder.of(run));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
