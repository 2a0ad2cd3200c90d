package ru.freesport.console.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What a dry run leaves: its figures and the first rows it would not take; they are closed, nobody waits for them. */
final class DryBooks {

    private static final int ROWS = 1000;

    private final List<Untaken> untaken = new ArrayList<>();

    record Untaken(PacketFile file, UntakenRow row) {}

    void keep(PacketFile file, List<UntakenRow> rows) {
        rows.stream().limit(ROWS - untaken.size()).forEach(row -> untaken.add(new Untaken(file, row)));
    }

    /** After all the rest of the run is undone. */
    void write(RunBooks books, BatchIntake batches) throws SQLException {
        EnumSet<ImportKind> kinds = EnumSet.allOf(ImportKind.class);
        kinds.retainAll(batches.counts().keySet());
        books.counts(batches.counts(), kinds);
        write(books);
    }

    void write(RunBooks books) throws SQLException {
        for (Untaken dry : untaken) {
            books.file(dry.file, null, null);
        }
        books.dryUntaken(untaken);
    }
}
