package ru.freesport.console.shared.ui;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CSV with semicolons and a byte order mark, in which no text can act as a formula. */
final class CsvTable implements TableFormat {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Writer out;
    private final Locale locale;

    CsvTable(Writer out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    @Override
    public void header(List<String> titles) throws IOException {
        out.write(MARK);
        line(titles);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        line(values);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(List<? extends @Nullable Object> values) throws IOException {
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
