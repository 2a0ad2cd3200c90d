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
    private final Packets packets;
    private final ImportSettings settings;

    PacketClosingTask(DataSource database, Packets packets, ImportSettings settings) {
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
        return CatalogImportTask.LEASE;
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        long packetId = Long.parseLong(run.parameter("packet").orElseThrow());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (CatalogIntake catalog = new CatalogIntake(connection, run.runId())) {
                BatchIntake books = new BatchIntake(catalog, EnumSet.allOf(ImportKind.class));
                RunBooks runBooks = new RunBooks(connection, run.runId());
                // a picture may have come after the goods that name it
                new PictureIntake(catalog, packets, settings)
                        .take(books.wanted(), packets.files(packetId), books, (picture, all) -> {
                            runBooks.file(picture, null, null);
                            runBooks.untaken(picture, all.takeUntaken());
                        });
                new FullKinds(connection, packetId, run.runId()).close(books, run);
                runBooks.counts(books.counts(), books.takeTouched());
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
