package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.Tally;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.onec.commerceml.RowProblem;
import ru.freesport.console.orders.statuses.ReportOutcome;
import ru.freesport.console.orders.statuses.StatusWord;

/** Counts what became of documents, and keeps those that were not taken with what they wait for. */
final class OrderStatusBooks {

    /** What a row waits for: somebody to say what 1C's word means, or whom the document is about. */
    static final String WORD = "STATUS_WORD";

    static final String IDENTITY = "ORDER_IDENTITY";

    private static final ImportKind KIND = ImportKind.ORDER_STATUSES;
    private static final int FIRST_CHANGES = 100;

    private final RunContext run;
    private final Consumer<Runnable> say;
    private final DryBooks ofDryRun = new DryBooks();
    private KindCounts counts = KindCounts.NONE;
    private int told;

    /** @param say has something told once that is possible */
    OrderStatusBooks(RunContext run, Consumer<Runnable> say) {
        this.run = run;
        this.say = say;
    }

    KindCounts counts() {
        return counts;
    }

    /** In the transaction of the documents themselves. */
    void keep(Connection connection, OrderFile file, List<OrderFile.Document> documents, List<ReportOutcome> outcomes)
            throws SQLException {
        List<UntakenRow> untaken = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            keep(documents.get(i), outcomes.get(i), untaken, taken);
        }
        write(connection, file, untaken, taken);
    }

    void problems(Connection connection, OrderFile file) throws SQLException {
        file.problems().forEach(row -> counts = counts.plusUntaken(row.state()));
        write(connection, file, file.problems(), List.of());
    }

    private void keep(
            OrderFile.Document document, ReportOutcome outcome, List<UntakenRow> untaken, List<String> taken) {
        switch (outcome) {
            case ReportOutcome.Changed changed -> {
                counts = counts.plus(new Tally(0, 1, 0));
                taken.add(changed.partNumber());
                tell(changed);
            }
            case ReportOutcome.Unchanged same -> {
                counts = counts.plus(new Tally(0, 0, 1));
                taken.add(same.partNumber());
            }
            case ReportOutcome.Disowned _ -> counts = counts.plus(new Tally(0, 0, 1));
            case ReportOutcome.WordUnknown unknown ->
                untaken.add(held(unknown.partNumber(), WORD, unknown.word(), StatusWord.key(unknown.word()), document));
            case ReportOutcome.Disputed disputed -> {
                String both = dispute(disputed.number(), disputed.id());
                untaken.add(held(both, IDENTITY, null, both, document));
            }
            case ReportOutcome.Rejected rejected ->
                untaken.add(new UntakenRow(
                        KIND,
                        RowKey.rejected(rejected.said(), rejected.why().name()),
                        UntakenState.REJECTED,
                        rejected.why().name(),
                        document.order().word(),
                        null,
                        document.at()));
        }
        if (!untaken.isEmpty() && untaken.getLast().at().equals(document.at())) {
            counts = counts.plusUntaken(untaken.getLast().state());
        }
    }

    static String dispute(String number, String id) {
        return number + " / " + id;
    }

    private static UntakenRow held(
            String key, String reason, @Nullable String detail, String waitingFor, OrderFile.Document document) {
        return new UntakenRow(KIND, key, UntakenState.HELD, reason, detail, waitingFor, document.at());
    }

    /** Who only tries wants to see what would change, and not only how much. */
    private void tell(ReportOutcome.Changed changed) {
        if (!run.isDryRun() || told++ >= FIRST_CHANGES) {
            return;
        }
        String word = changed.word() == null ? "–" : changed.word();
        if (changed.to() == null) {
            say.accept(() -> run.note("onec.event.statusFacts", changed.partNumber(), word));
        } else {
            String key = "onec.event.statusMoves." + changed.to().name();
            say.accept(() -> run.note(key, changed.partNumber(), word));
        }
    }

    private void write(Connection connection, OrderFile file, List<UntakenRow> untaken, List<String> taken)
            throws SQLException {
        if (run.isDryRun()) {
            ofDryRun.keep(file.file(), untaken);
            return;
        }
        RunBooks books = new RunBooks(connection, run.runId());
        books.untaken(file.file(), untaken);
        books.counts(Map.of(KIND, counts), Set.of(KIND));
        books.superseded(KIND, keys(taken));
    }

    /** Under which keys documents about these parts may have waited. */
    private static List<String> keys(List<String> numbers) {
        List<String> keys = new ArrayList<>(numbers);
        for (String number : numbers) {
            for (ReportOutcome.Why why : ReportOutcome.Why.values()) {
                keys.add(RowKey.rejected(number, why.name()));
            }
            for (RowProblem problem : RowProblem.values()) {
                keys.add(RowKey.rejected(number, problem));
            }
        }
        return keys;
    }

    void file(Connection connection, OrderFile file) throws SQLException {
        if (!run.isDryRun()) {
            RunBooks books = new RunBooks(connection, run.runId());
            books.file(file.file(), file.header(), null);
            if (file.refusal() == null) {
                books.whole(file.file());
            }
        }
    }

    /** After all that the dry run did is undone. */
    void dry(Connection connection) throws SQLException {
        RunBooks books = new RunBooks(connection, run.runId());
        books.counts(Map.of(KIND, counts), Set.of(KIND));
        ofDryRun.write(books);
    }
}
