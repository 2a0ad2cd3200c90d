package ru.freesport.console.shared.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a query as CSV that a Russian Excel opens: byte order mark, semicolons, formulas disarmed, streamed row by
 * row. Built when the screen is, so headers and numbers are in the language of the person.
 */
public final class CsvDownload<T> implements DownloadHandler {

    /** Gives every row once, usually from a {@link ru.freesport.console.shared.JdbcRows}. */
    @FunctionalInterface
    public interface Rows<T> {
        void forEach(Consumer<T> row);
    }

    private record Column<T>(String header, Function<T, @Nullable Object> value) {}

    private static final String MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final String fileName;
    private final Rows<T> rows;
    private final Locale locale = Texts.locale();
    private final List<Column<T>> columns = new ArrayList<>();

    public CsvDownload(String fileName, Rows<T> rows) {
        this.fileName = fileName;
        this.rows = rows;
    }

    public CsvDownload<T> column(String header, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(header, value));
        return this;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setFileName(fileName);
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            write(out);
        }
    }

    void write(Writer out) throws IOException {
        out.write(MARK);
        line(out, columns.stream().map(column -> (Object) column.header()).toList());
        try {
            rows.forEach(row -> {
                try {
                    line(
                            out,
                            columns.stream()
                                    .map(column -> column.value().apply(row))
                                    .collect(Collectors.toList()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void line(Writer out, List<@Nullable Object> values) throws IOException {
        String separator = "";
        for (Object value : values) {
            out.write(separator);
            out.write(cell(value));
            separator = ";";
        }
        out.write("\r\n");
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> Formats.plain(number, locale);
            case Number number -> number.toString();
            default -> quoted(disarmed(value.toString()));
        };
    }

    /** A spreadsheet would run a text that starts like a formula. */
    private static String disarmed(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == ';' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
