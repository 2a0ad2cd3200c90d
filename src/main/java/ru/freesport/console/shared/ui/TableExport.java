package ru.freesport.console.shared.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a query as a file for a spreadsheet, streamed row by row. Built when the screen is, so headers and numbers
 * are in the language of the person.
 */
public final class TableExport<T> {

    /** Gives every row once, usually from a {@link ru.freesport.console.shared.JdbcRows}. */
    @FunctionalInterface
    public interface Rows<T> {
        void forEach(Consumer<T> row);
    }

    private record Column<T>(String header, Function<T, @Nullable Object> value) {}

    private final String name;
    private final Rows<T> rows;
    private final Locale locale = Texts.locale();
    private final List<Column<T>> columns = new ArrayList<>();

    /** @param name of the file, without its ending */
    public TableExport(String name, Rows<T> rows) {
        this.name = name;
        this.rows = rows;
    }

    public TableExport<T> column(String header, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(header, value));
        return this;
    }

    /** As a Russian Excel opens it: byte order mark, semicolons, decimal commas. */
    DownloadHandler csv() {
        return event -> {
            event.setFileName(name + ".csv");
            event.setContentType("text/csv;charset=utf-8");
            writeCsv(event.getOutputStream());
        };
    }

    DownloadHandler xlsx() {
        return event -> {
            event.setFileName(name + ".xlsx");
            event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            writeXlsx(event.getOutputStream());
        };
    }

    void writeCsv(OutputStream out) throws IOException {
        try (CsvTable table =
                new CsvTable(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), locale)) {
            write(table);
        }
    }

    void writeXlsx(OutputStream out) throws IOException {
        try (XlsxTable table = new XlsxTable(out)) {
            write(table);
        }
    }

    private void write(TableFormat table) throws IOException {
        table.header(columns.stream().map(Column::header).toList());
        try {
            rows.forEach(row -> {
                List<@Nullable Object> values = new ArrayList<>(columns.size());
                columns.forEach(column -> values.add(column.value().apply(row)));
                try {
                    table.row(values);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
