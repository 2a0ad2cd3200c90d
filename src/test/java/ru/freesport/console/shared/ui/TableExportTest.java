package ru.freesport.console.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableExportTest {

    @Test
    void aSpreadsheetReadsItAsItIs() throws IOException {
        assertThat(csv("Мяч; \"красный\"")).isEqualTo("\uFEFFname;price\r\n\"Мяч; \"\"красный\"\"\";-1234,50\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 900", "-2", "@SUM(A1)", "\tx"})
    void formulasAreDisarmed(String text) throws IOException {
        assertThat(csv(text)).contains("\r\n'" + text + ";");
    }

    @Test
    void aCarriageReturnCannotStartAFormulaEither() throws IOException {
        assertThat(csv("\r=1+1")).contains("\r\n\"'\r=1+1\";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 900", "<script>alert(1)</script>", "a & b", "\u202Eabc", "Мяч \"красный\""})
    void aTextOfAWorkbookIsTheTextItself(String text) throws IOException {
        List<Row> rows = xlsx(text);
        assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCell(0).getText()).isEqualTo(text);
    }

    @Test
    void aNumberOfAWorkbookIsANumber() throws IOException {
        List<Row> rows = xlsx("Мяч");
        assertThat(rows.get(0).getCell(1).getText()).isEqualTo("price");
        assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo("-1234.50");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws IOException {
        assertThat(xlsx("a\u0000b\u0008\uFFFEc").get(1).getCell(0).getText()).isEqualTo("abc");
    }

    @Test
    void aTextLongerThanACellIsCutAndSaysSo() throws IOException {
        String text =
                xlsx("я".repeat(XlsxTable.CELL_SIGNS + 1)).get(1).getCell(0).getText();
        assertThat(text).hasSize(XlsxTable.CELL_SIGNS).endsWith("я…");
    }

    private static String csv(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export(name).writeCsv(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Row> xlsx(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export(name).writeXlsx(out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    private static TableExport<String> export(String name) {
        return new TableExport<String>("a", row -> List.of(name).forEach(row))
                .column("name", text -> text)
                .column("price", _ -> new BigDecimal("-1234.50"));
    }
}
