package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import ru.freesport.console.catalog.Tally;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.orders.statuses.ReportOutcome;
import ru.freesport.console.orders.statuses.ReportSource;
import ru.freesport.console.orders.statuses.StatusWord;

/** Reads documents that wait once more out of the stored files and takes those whose question is answered. */
final class OrderStatusRetry {

    private static final int PAGE = 200;

    private final OrderStatusRuns with;
    private final RunContext run;
    private KindCounts counts = KindCounts.NONE;

    OrderStatusRetry(OrderStatusRuns with, RunContext run) {
        this.with = with;
        this.run = run;
    }

    RunState go(RowCondition condition) throws IOException {
        List<OpenRow> page = page(condition, null);
        while (!page.isEmpty()) {
            Map<String, OrderFile> files = new LinkedHashMap<>();
            for (OpenRow row : page) {
                run.checkpoint();
                OrderFile file = files.get(row.sha256());
                if (file == null) {
                    files.clear();
                    file = read(row);
                    files.put(row.sha256(), file);
                }
                take(row, file);
            }
            page = page(condition, page.getLast());
        }
        run.summary(new OrderStatusReport(counts, List.of()));
        return RunState.COMPLETED;
    }

    private void take(OpenRow row, OrderFile file) {
        OrderFile.Document document = file.documents().stream()
                .filter(one -> one.at().startChar() == row.at().startChar())
                .findFirst()
                .orElse(null);
        // a part of a document that cannot be read stays so until 1C sends another one
        if (document == null || !isJudged(row)) {
            return;
        }
        with.transaction.executeWithoutResult(all -> {
            ReportSource source = new ReportSource(
                    OrderStatusRun.way(with.packets.door(file.file().packetId())),
                    file.madeAt(with.shop),
                    file.file().messageId());
            ReportOutcome outcome =
                    with.reports.take(List.of(document.order()), source).getFirst();
            onConnection(connection -> write(connection, row, outcome));
            if (run.isDryRun()) {
                all.setRollbackOnly();
            }
        });
        run.rows(1);
    }

    private void write(Connection connection, OpenRow row, ReportOutcome outcome) throws SQLException {
        OpenRows rows = new OpenRows(connection);
        switch (outcome) {
            case ReportOutcome.Changed _ -> {
                counts = counts.plus(new Tally(0, 1, 0));
                rows.resolve(row, run.runId(), "TAKEN");
            }
            case ReportOutcome.Unchanged _, ReportOutcome.Disowned _ -> {
                counts = counts.plus(new Tally(0, 0, 1));
                rows.resolve(row, run.runId(), "TAKEN");
            }
            case ReportOutcome.WordUnknown(String number, String word) ->
                rows.waits(row, number, OrderStatusBooks.WORD, word, StatusWord.key(word));
            case ReportOutcome.Disputed(String number, String id) -> {
                String both = OrderStatusBooks.dispute(number, id);
                rows.waits(row, both, OrderStatusBooks.IDENTITY, null, both);
            }
            case ReportOutcome.Rejected _ -> {}
        }
        if (!run.isDryRun()) {
            new RunBooks(connection, run.runId())
                    .counts(Map.of(ImportKind.ORDER_STATUSES, counts), Set.of(ImportKind.ORDER_STATUSES));
            run.fence(connection);
        }
    }

    /** Whether the document was read and something was said against it as a whole. */
    private static boolean isJudged(OpenRow row) {
        return row.state() == UntakenState.HELD
                || row.reason().equals(ReportOutcome.Why.NO_SUCH_ORDER.name())
                || row.reason().equals(ReportOutcome.Why.NUMBER_OF_A_WHOLE_ORDER.name());
    }

    private OrderFile read(OpenRow row) throws IOException {
        try (InputStream content = with.packets.blobs().open(row.sha256())) {
            return OrderFile.read(with.packets.fileOf(row), content, Integer.MAX_VALUE);
        }
    }

    private List<OpenRow> page(RowCondition condition, @Nullable OpenRow after) {
        Connection connection = DataSourceUtils.getConnection(with.database);
        try {
            return new OpenRows(connection).page(condition, after, PAGE);
        } finally {
            DataSourceUtils.releaseConnection(connection, with.database);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void onConnection(Work work) {
        Connection connection = DataSourceUtils.getConnection(with.database);
        try {
            work.on(connection);
        } catch (SQLException broken) {
            throw new UncategorizedSQLException("order statuses", null, broken);
        } finally {
            DataSourceUtils.releaseConnection(connection, with.database);
        }
    }
}
