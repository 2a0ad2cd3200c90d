package ru.freesport.console.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDownloadTest {

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

    private static String csv(String name) throws IOException {
        StringWriter out = new StringWriter();
        new CsvDownload<String>("a.csv", row -> List.of(name).forEach(row))
                .column("name", text -> text)
                .column("price", _ -> new BigDecimal("-1234.50"))
                .write(out);
        return out.toString();
    }
}
