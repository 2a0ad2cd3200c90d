package ru.freesport.console.shared.ui;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of file that a {@link TableExport} writes: the header, then the rows; closing it ends the file. */
interface TableFormat extends Closeable {

    void header(List<String> titles) throws IOException;

    void row(List<@Nullable Object> values) throws IOException;
}
