package ru.freesport.console.onec;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.customers.sync.CounterpartyIntake;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunFailed;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.CommerceMlRefused;
import ru.freesport.console.onec.commerceml.Section;

/** One run over one packet: file by file in the order of import, batch by batch, with its books. */
final class ImportRun implements AutoCloseable {

    static final String DATA_FORMAT_ERROR = "DATA_FORMAT_ERROR";

    private final Connection connection;
    private final RunContext run;
    private final Packets packets;
    private final ImportSettings settings;
    private final PacketOrder order;
    private final RunGuard guard;
    private final RunTransaction transaction;
    private final CatalogIntake catalog;
    private final CounterpartyIntake counterparties;
    private final RunBooks books;
    private final DryBooks ofDryRun = new DryBooks();
    private final ReadFiles read;
    private long bytesBefore;
    private long bytesTotal;
    private long sinceStep;

    ImportRun(
            Connection connection,
            RunContext run,
            PacketOrder order,
            Packets packets,
            ImportSettings settings,
            RunGuard guard,
            CounterpartyIntake counterparties)
            throws SQLException {
        this.connection = connection;
        this.run = run;
        this.order = order;
        this.packets = packets;
        this.settings = settings;
        this.guard = guard;
        this.transaction = new RunTransaction(connection, run, mode());
        this.counterparties = counterparties;
        this.catalog = new CatalogIntake(connection, run.runId(), guard.memory());
        this.books = new RunBooks(connection, run.runId());
        this.read = new ReadFiles(books);
    }

    RunState go() throws Exception {
        run.phase("onec.phase.unpack");
        List<PacketFile> all = packets.unpackedFiles(order.packetId());
        List<PacketFile> files = all.stream()
                .filter(file -> !file.isPicture() && order.isWanted(file))
                .sorted(PacketOrder.inOrderOfImport())
                .toList();
        bytesTotal = files.stream().mapToLong(PacketFile::size).sum();
        OpenKeys open = new OpenKeys(connection, run.runId());
        open.load();
        BatchIntake batches = new BatchIntake(catalog, counterparties, order.kinds(), open);
        FullKinds full = new FullKinds(connection, order.packetId(), run.runId(), guard);
        if (order.closes()) {
            full.beginAnew();
        }
        List<String> broken = new ArrayList<>();
        for (PacketFile file : files) {
            takeFile(file, files.size() == 1, batches, full, broken);
        }
        if (order.paths().isEmpty() || files.stream().anyMatch(ImportRun::holdsGoods)) {
            new PictureIntake(catalog, packets, settings).take(order.kinds(), all, batches, this::keepPicture);
        }
        keepBooks(batches);
        tellOfCustomers(batches);
        if (batches.count(ImportKind.GOODS).created()
                        + batches.count(ImportKind.OFFERS).created()
                > 0) {
            run.phase("onec.phase.reattach");
            new RowRetry(connection, run, packets, catalog, batches, transaction).retryUnblocked();
            keepBooks(batches);
        }
        if (order.closes() && broken.isEmpty()) {
            full.close(batches, run);
            keepBooks(batches);
        }
        run.summary(batches.summary());
        if (guard.isOn()) {
            run.phase("onec.phase.judge");
        }
        if (guard.isOver()) {
            if (transaction.mode() != RunTransaction.Mode.NEVER) {
                guard.hold(batches.changed(), read::into);
                return RunState.HELD;
            }
            guard.tell();
        }
        guard.pass(batches.changed());
        transaction.end();
        full.tell(run);
        if (transaction.mode() == RunTransaction.Mode.NEVER) {
            ofDryRun.write(books, batches);
            connection.commit();
        }
        if (!broken.isEmpty()) {
            throw new RunFailed(DATA_FORMAT_ERROR, String.join("; ", broken));
        }
        return batches.counts().values().stream().anyMatch(count -> count.rejected() > 0)
                ? RunState.COMPLETED_WITH_REJECTS
                : RunState.COMPLETED;
    }

    private void takeFile(PacketFile file, boolean onlyFile, BatchIntake batches, FullKinds full, List<String> broken)
            throws Exception {
        run.phase("onec.phase.import");
        long rowsBefore = rows(batches);
        try (InputStream content = packets.blobs().open(file.sha256());
                FileReading reading = new FileReading(
                        content, CommerceMlKind.ofFileName(file.path()).orElse(null), settings.batchRows())) {
            Boolean onlyChanges = null;
            boolean known = false;
            for (RowBatch batch = reading.next(); batch != null; batch = reading.next()) {
                if (!known) {
                    onlyChanges = batch.section().onlyChanges();
                    read.add(file, reading.header(), onlyChanges);
                    known = true;
                }
                take(file, batch, batches, full);
            }
            if (!known) {
                read.add(file, reading.header(), onlyChanges);
            }
            fileRead(file, reading, batches, rowsBefore);
        } catch (CommerceMlRefused refused) {
            refuse(file, refused, onlyFile, batches, full, rowsBefore, broken);
        }
        bytesBefore += file.size();
    }

    private void take(PacketFile file, RowBatch batch, BatchIntake batches, FullKinds full) throws SQLException {
        long rows = batches.take(batch);
        Section section = batch.section();
        if (!section.onlyChanges()) {
            full.saw(catalog, batch, batches.wanted());
        }
        run.rows(rows);
        run.progress(bytesBefore + Math.min(batch.bytesRead(), file.size()), bytesTotal);
        sinceStep += batch.records().size();
        keepUntaken(file, batches);
        if (sinceStep >= settings.commitRows()) {
            step(batches);
        }
    }

    private void fileRead(PacketFile file, FileReading reading, BatchIntake batches, long rowsBefore)
            throws SQLException {
        var header = reading.header();
        if (header != null && header.declaredEncoding() != null) {
            run.warn("onec.event.encoding", file.path(), header.declaredEncoding(), header.encoding());
        }
        books.whole(file);
        run.note("onec.event.fileDone", file.path(), rows(batches) - rowsBefore);
        step(batches);
    }

    private void refuse(
            PacketFile file,
            CommerceMlRefused refused,
            boolean onlyFile,
            BatchIntake batches,
            FullKinds full,
            long rowsBefore,
            List<String> broken)
            throws SQLException {
        if (refused.reason() == CommerceMlRefused.Reason.OTHER_KIND && !onlyFile) {
            run.warn("onec.event.otherKind", file.path());
            read.add(file, null, null);
            books.whole(file);
            return;
        }
        String where = file.path() + ":" + refused.line() + ": " + refused.reason() + ", " + refused.detail();
        if (settings.brokenFile() == ImportSettings.BrokenFile.REFUSE) {
            transaction.undo();
            run.warn("onec.event.refusedWhole", file.path(), refused.line());
            throw new RunFailed(DATA_FORMAT_ERROR, where + " (the whole packet is undone)");
        }
        long kept = rows(batches) - rowsBefore;
        full.broke();
        read.add(file, null, null);
        run.warn("onec.event.brokenKept", file.path(), refused.line(), kept);
        broken.add(where + " (rows kept before it: " + kept + ")");
        step(batches);
    }

    /** Nobody judges them as a packet, and whoever decides about one of them must not wait for all the others. */
    private boolean holdsCounterpartiesOnly() {
        List<PacketFile> wanted =
                packets.files(order.packetId()).stream().filter(order::isWanted).toList();
        return !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(file -> CommerceMlKind.ofFileName(file.path())
                                .filter(CommerceMlKind.CONTRAGENTS::equals)
                                .isPresent());
    }

    private void tellOfCustomers(BatchIntake batches) {
        if (batches.others() > 0) {
            run.note("onec.event.notBuyers", batches.others());
        }
        if (batches.conflicts() > 0) {
            run.note("onec.event.conflicts", batches.conflicts());
        }
    }

    /** Pictures come with goods. */
    private static boolean holdsGoods(PacketFile file) {
        return CommerceMlKind.ofFileName(file.path())
                .filter(CommerceMlKind.GOODS::equals)
                .isPresent();
    }

    private void step(BatchIntake batches) throws SQLException {
        keepBooks(batches);
        if (guard.isOn()) {
            // the books show only what is durable
            run.summary(batches.summary());
        }
        transaction.step();
        sinceStep = 0;
    }

    private void keepBooks(BatchIntake batches) throws SQLException {
        if (transaction.mode() != RunTransaction.Mode.NEVER) {
            books.counts(batches.counts(), batches.takeTouched());
        }
    }

    private void keepUntaken(PacketFile file, BatchIntake batches) throws SQLException {
        List<UntakenRow> rows = batches.takeUntaken();
        if (transaction.mode() != RunTransaction.Mode.NEVER) {
            books.untaken(file, rows);
        } else {
            ofDryRun.keep(file, rows);
        }
    }

    private void keepPicture(PacketFile file, BatchIntake batches) throws SQLException {
        if (transaction.mode() != RunTransaction.Mode.NEVER) {
            books.file(file, null, null);
        }
        keepUntaken(file, batches);
    }

    private static long rows(BatchIntake batches) {
        return batches.counts().values().stream().mapToLong(KindCounts::read).sum();
    }

    /** What may be held must not be in force before it is judged. */
    private RunTransaction.Mode mode() {
        if (run.isDryRun()) {
            return RunTransaction.Mode.NEVER;
        }
        return settings.brokenFile() == ImportSettings.BrokenFile.KEEP && (!guard.isOn() || holdsCounterpartiesOnly())
                ? RunTransaction.Mode.STEP_BY_STEP
                : RunTransaction.Mode.WHOLE;
    }

    @Override
    public void close() throws SQLException {
        catalog.close();
    }
}
