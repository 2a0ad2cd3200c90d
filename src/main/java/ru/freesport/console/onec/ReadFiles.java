package ru.freesport.console.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.Header;

/** The files a run has read, so that a held run can name them after all it wrote is undone. */
final class ReadFiles {

    private final RunBooks books;
    private final List<ReadFile> files = new ArrayList<>();

    private record ReadFile(
            PacketFile file,
            @Nullable Header header,
            @Nullable Boolean onlyChanges) {}

    ReadFiles(RunBooks books) {
        this.books = books;
    }

    void add(PacketFile file, @Nullable Header header, @Nullable Boolean onlyChanges) throws SQLException {
        files.add(new ReadFile(file, header, onlyChanges));
        books.file(file, header, onlyChanges);
    }

    /** A held run took nothing of its files, so none of them counts as read to its end. */
    void into(RunBooks ofHeldRun) throws SQLException {
        for (ReadFile read : files) {
            ofHeldRun.file(read.file, read.header, read.onlyChanges);
        }
    }
}
