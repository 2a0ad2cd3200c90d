package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunFailed;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.statuses.ReportOutcome;
import ru.freesport.console.orders.statuses.ReportSource;

/** One run over files of order documents: file by file, some documents to a transaction, with its books. */
final class OrderStatusRun {

    /** Orders are locked while their documents are taken. */
    private static final int AT_ONCE = 100;

    private final OrderStatusRuns with;
    private final RunContext run;
    private final OrderStatusBooks books;
    private final List<OrderFileRefusal> refused = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    OrderStatusRun(OrderStatusRuns with, RunContext run) {
        this.with = with;
        this.run = run;
        this.books = new OrderStatusBooks(run, this::say);
    }

    RunState go(PacketOrder order) throws Exception {
        run.phase("onec.phase.unpack");
        List<PacketFile> files = with.packets.unpackedFiles(order.packetId()).stream()
                .filter(file -> file.isXml() && order.isWanted(file))
                .sorted(Comparator.comparing(PacketFile::path))
                .toList();
        run.phase("onec.phase.import");
        Door door = with.packets.door(order.packetId());
        if (run.isDryRun()) {
            with.transaction.executeWithoutResult(all -> {
                take(files, door);
                all.setRollbackOnly();
            });
            later.forEach(Runnable::run);
            inTransaction(books::dry);
        } else {
            take(files, door);
        }
        return end();
    }

    private void take(List<PacketFile> files, Door door) {
        for (PacketFile file : files) {
            take(file, door, files.size() == 1);
        }
    }

    private RunState end() {
        run.summary(new OrderStatusReport(books.counts(), refused));
        if (!refused.isEmpty()) {
            throw new RunFailed(
                    ImportRun.DATA_FORMAT_ERROR,
                    refused.stream().map(OrderFileRefusal::words).collect(Collectors.joining("; ")));
        }
        return books.counts().rejected() > 0 ? RunState.COMPLETED_WITH_REJECTS : RunState.COMPLETED;
    }

    private void take(PacketFile from, Door door, boolean isOnlyFile) {
        run.checkpoint();
        OrderFile file = read(from, door);
        inTransaction(connection -> {
            books.file(connection, file);
            books.problems(connection, file);
        });
        ReportSource source = new ReportSource(way(door), file.madeAt(with.shop), from.messageId());
        for (int at = 0; at < file.documents().size(); at += AT_ONCE) {
            List<OrderFile.Document> some = file.documents()
                    .subList(at, Math.min(at + AT_ONCE, file.documents().size()));
            inTransaction(connection -> {
                List<ReportOutcome> outcomes = with.reports.take(
                        some.stream().map(OrderFile.Document::order).toList(), source);
                books.keep(connection, file, some, outcomes);
            });
            run.rows(some.size());
            run.progress(at + some.size(), file.documents().size());
            run.checkpoint();
        }
        tell(file, isOnlyFile);
    }

    private OrderFile read(PacketFile from, Door door) {
        if (from.size() > with.limits.maxBytes()) {
            return OrderFile.tooLarge(from, with.limits.maxBytes());
        }
        try (InputStream content = with.packets.blobs().open(from.sha256())) {
            OrderFile file = OrderFile.read(from, content, with.limits.maxDocuments());
            if (file.refusal() != null && with.settings.brokenFile() == ImportSettings.BrokenFile.REFUSE) {
                file.refuseWhole(file.refusal().reason(), file.refusal().detail());
            }
            if (door == Door.EXCHANGE && isTooOld(file)) {
                file.refuseWhole(
                        OrderFileRefusal.Reason.TOO_OLD,
                        "made at " + file.madeAt(with.shop) + ", more than " + with.limits.maxAge()
                                + " before it came");
            }
            return file;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Measured against when it came, so that the run says the same whenever it is run. */
    private boolean isTooOld(OrderFile file) {
        @Nullable LocalDateTime madeAt = file.madeAt(with.shop);
        Duration most = with.limits.maxAge();
        return madeAt != null
                && most.isPositive()
                && madeAt.atZone(with.shop).toInstant().plus(most).isBefore(with.packets.receivedAt(file.file()));
    }

    private void tell(OrderFile file, boolean isOnlyFile) {
        String path = file.file().path();
        OrderFileRefusal refusal = file.refusal();
        if (refusal != null && refusal.reason() == OrderFileRefusal.Reason.OTHER_KIND && !isOnlyFile) {
            say(() -> run.warn("onec.event.noOrders", path));
            return;
        }
        if (file.others() > 0) {
            say(() -> run.note("onec.event.otherDocuments", path, file.others(), file.operations()));
        }
        if (refusal != null) {
            refused.add(refusal);
            int kept = file.documents().size();
            say(() -> run.warn("onec.event.orderFile." + refusal.reason().name(), path, refusal.line(), kept));
            return;
        }
        Header header = file.header();
        if (header != null && header.declaredEncoding() != null) {
            say(() -> run.warn("onec.event.encoding", path, header.declaredEncoding(), header.encoding()));
        }
        say(() -> run.note("onec.event.fileDone", path, file.documents().size()));
    }

    static HandoverWay way(Door door) {
        return switch (door) {
            case EXCHANGE -> HandoverWay.EXCHANGE;
            case HTTP -> HandoverWay.HTTP;
            case FTP, FOLDER -> HandoverWay.FTP;
            case COMMAND_LINE, BROWSER, REPLAY -> HandoverWay.BY_HAND;
        };
    }

    /** What is told inside of a transaction that will be undone would be undone with it. */
    private void say(Runnable words) {
        if (run.isDryRun()) {
            later.add(words);
        } else {
            words.run();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Whoever lost the lease meanwhile cannot commit. In a dry run all this is part of one transaction. */
    private void inTransaction(Work work) {
        with.transaction.executeWithoutResult(_ -> {
            Connection connection = DataSourceUtils.getConnection(with.database);
            try {
                work.on(connection);
                if (!run.isDryRun()) {
                    run.fence(connection);
                }
            } catch (SQLException broken) {
                throw new UncategorizedSQLException("order statuses", null, broken);
            } finally {
                DataSourceUtils.releaseConnection(connection, with.database);
            }
        });
    }
}
