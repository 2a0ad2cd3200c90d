package ru.freesport.console.onec;

import java.sql.Connection;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.catalog.GuardSettings;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Ends a packet that came in several runs: what its full files did not name is switched off. */
@Component
class PacketClosingTask implements ScheduledTask {

    static final String NAME = "onec.packet-closing";

    private final DataSource database;
    private final Packets packets;
    private final ImportSettings settings;
    private final GuardSettings limits;
    private final PacketHoldings holdings;

    PacketClosingTask(
            DataSource database,
            Packets packets,
            ImportSettings settings,
            GuardSettings limits,
            PacketHoldings holdings) {
        this.database = database;
        this.packets = packets;
        this.settings = settings;
        this.limits = limits;
        this.holdings = holdings;
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
        RunState end = close(run, PacketOrder.of(run));
        if (end == RunState.HELD) {
            holdings.tell(run.runId());
        }
        return end;
    }

    private RunState close(RunContext run, PacketOrder order) throws Exception {
        long packetId = order.packetId();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            RunGuard guard = new RunGuard(connection, database, run, limits.limits(), order);
            try (CatalogIntake catalog = new CatalogIntake(connection, run.runId(), guard.memory())) {
                BatchIntake books = new BatchIntake(catalog, null, EnumSet.allOf(ImportKind.class));
                RunBooks runBooks = new RunBooks(connection, run.runId());
                // a picture may have come after the goods that name it
                new PictureIntake(catalog, packets, settings)
                        .take(books.wanted(), packets.files(packetId), books, (picture, all) -> {
                            runBooks.file(picture, null, null);
                            runBooks.untaken(picture, all.takeUntaken());
                        });
                FullKinds full = new FullKinds(connection, packetId, run.runId(), guard);
                full.close(books, run);
                run.summary(books.summary());
                if (guard.isOver()) {
                    guard.hold(books.changed(), _ -> {});
                    return RunState.HELD;
                }
                guard.pass(books.changed());
                runBooks.counts(books.counts(), books.takeTouched());
                run.fence(connection);
                connection.commit();
                full.tell(run);
                return RunState.COMPLETED;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
