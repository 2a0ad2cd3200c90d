package ru.freesport.console.shared.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook with typed cells: numbers are numbers, every text is an inline string and no formula can come of it.
 * More rows than a sheet holds go on in the next one.
 */
final class XlsxTable implements TableFormat {

    /** Of one sheet, header included: ECMA-376. */
    static final int SHEET_ROWS = 1_048_576;

    /** Of one cell: a longer text makes Excel call the whole file broken. */
    static final int CELL_SIGNS = 32_767;

    private static final int AT_ONCE = 500;
    private static final String CUT = "…";

    private final Workbook book;
    private Worksheet sheet;
    private List<String> titles = List.of();
    private int sheets;
    private int row;

    XlsxTable(OutputStream out) {
        book = new Workbook(out, "FREESPORT Console", null);
        sheet = next();
    }

    @Override
    public void header(List<String> titles) {
        this.titles = titles;
        for (int column = 0; column < titles.size(); column++) {
            sheet.inlineString(row, column, clean(titles.get(column)));
            sheet.style(row, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row++;
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (row == SHEET_ROWS) {
            sheet.finish();
            sheet = next();
            header(titles);
        }
        for (int column = 0; column < values.size(); column++) {
            switch (values.get(column)) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.inlineString(row, column, clean(text.toString()));
            }
        }
        if (++row % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
        book.close();
    }

    private Worksheet next() {
        row = 0;
        return book.newWorksheet(Integer.toString(++sheets));
    }

    /** Without what XML 1.0 cannot hold. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), CELL_SIGNS));
        text.codePoints().filter(XlsxTable::isXml).forEach(kept::appendCodePoint);
        return kept.length() <= CELL_SIGNS ? kept.toString() : kept.substring(0, CELL_SIGNS - 1) + CUT;
    }

    private static boolean isXml(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign >= 0x20 && sign <= 0xD7FF
                || sign >= 0xE000 && sign <= 0xFFFD
                || sign >= 0x10000;
    }
}
