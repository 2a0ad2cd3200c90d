package ru.freesport.console.onec;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.catalog.GuardSettings;
import ru.freesport.console.customers.sync.CounterpartyIntakes;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/**
 * The run that takes a packet into the catalogue, and the counterparties in it to the customers. Only one at a time
 * writes the catalogue, whatever door it came by.
 */
@Component
class CatalogImportTask implements ScheduledTask {

    static final String NAME = "onec.catalog-import";
    /** Whoever writes the catalogue holds this lease. */
    static final String LEASE = "catalog";

    private final DataSource database;
    private final Packets packets;
    private final ImportSettings settings;
    private final GuardSettings limits;
    private final PacketHoldings holdings;
    private final CounterpartyIntakes counterparties;

    CatalogImportTask(
            DataSource database,
            Packets packets,
            ImportSettings settings,
            GuardSettings limits,
            PacketHoldings holdings,
            CounterpartyIntakes counterparties) {
        this.database = database;
        this.packets = packets;
        this.settings = settings;
        this.limits = limits;
        this.holdings = holdings;
        this.counterparties = counterparties;
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
        RunState end = RunAs.system(() -> take(run, PacketOrder.of(run)));
        if (end == RunState.HELD) {
            holdings.tell(run.runId());
        } else if (run.isReleased()) {
            holdings.catchUp(PacketOrder.of(run).packetId(), run.actor());
        }
        return end;
    }

    private RunState take(RunContext run, PacketOrder order) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            RunGuard guard = new RunGuard(connection, database, run, limits.limits(), order);
            try (ImportRun importRun = new ImportRun(
                    connection,
                    run,
                    order,
                    packets,
                    settings,
                    guard,
                    counterparties.on(connection, "run:" + run.runId()))) {
                return importRun.go();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
