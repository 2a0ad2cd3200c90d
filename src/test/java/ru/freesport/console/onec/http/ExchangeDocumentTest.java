package ru.freesport.console.onec.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import ru.freesport.console.onec.commerceml.CommerceMlReader;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.OrderDocumentReader;
import ru.freesport.console.onec.commerceml.OrderDocumentSink;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RecordSink;
import ru.freesport.console.onec.commerceml.RowProblem;
import ru.freesport.console.onec.commerceml.Section;
import ru.freesport.console.orders.statuses.ReportedOrder;
import ru.freesport.console.shared.ui.Translations;
import tools.jackson.databind.json.JsonMapper;

/** What the document for the 1C programmer shows and promises is what the code does. */
class ExchangeDocumentTest {

    private static final String DOCUMENT = read();

    private static String read() {
        try {
            return Files.readString(Path.of("src/docs/1c-exchange.ru.md"));
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private static List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher fence =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(DOCUMENT);
        while (fence.find()) {
            blocks.add(fence.group(1));
        }
        return blocks;
    }

    @Test
    void theSignaturesAreWhatTheConsoleSendsForThoseRequests() throws Exception {
        List<String> examples = blocks("text").stream()
                .filter(block -> block.contains("Подпись:"))
                .toList();
        assertThat(examples).hasSize(2);
        for (String example : examples) {
            Map<String, String> fields = new LinkedHashMap<>();
            example.lines().forEach(line -> {
                int colon = line.indexOf(':');
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            });
            byte[] body = fields.get("Тело").getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body)))
                    .isEqualTo(fields.get("SHA-256 тела"));
            OnecSigning signing = new OnecSigning(
                    new OnecHttpSettings("http://localhost/onec", "a", "b", fields.get("Секрет")), Clock.systemUTC());
            assertThat(signing.signature(fields.get("Метод"), fields.get("Путь"), fields.get("Отметка"), body))
                    .isEqualTo(fields.get("Подпись"));
        }
    }

    @Test
    void everyOperationOfTheContractIsDescribed() {
        new OpenAPIV3Parser()
                .read("src/docs/onec-http-api.yaml")
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .keySet()
                        .forEach(method -> assertThat(DOCUMENT).contains("| `" + method + " " + path + "` |")));
    }

    @Test
    void everyTextThatTheConsoleAnswersWithIsExplainedWordForWord() {
        List<String> texts = Translations.of(Translations.RUSSIAN).all().entrySet().stream()
                .filter(text -> text.getKey().startsWith("onec.exchange."))
                .filter(text -> !text.getKey().startsWith("onec.exchange.note."))
                // of the journal only: documents are answered without a word
                .filter(text -> !List.of("onec.exchange.orders", "onec.exchange.directory")
                        .contains(text.getKey()))
                .map(text -> text.getValue().replaceAll("\\{[^}]*}", "…").replace("''", "'"))
                .toList();
        assertThat(texts)
                .hasSizeGreaterThan(30)
                .allSatisfy(text -> assertThat(DOCUMENT).contains("| " + text + " |"));
    }

    @Test
    void theExamplesOfXmlAreReadByTheConsole() throws Exception {
        List<String> found = new ArrayList<>();
        for (String xml : blocks("xml")) {
            byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
            if (xml.contains("<Справочник>")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(
                                xml.replaceFirst("windows-1251", "UTF-8").getBytes(StandardCharsets.UTF_8)));
            } else if (xml.contains("<Контейнер>")) {
                OrderDocumentReader.read(new ByteArrayInputStream(bytes), new Orders(found));
            } else {
                CommerceMlReader.read(new ByteArrayInputStream(bytes), new Rows(found));
            }
        }
        assertThat(found)
                .contains(
                        "Goods",
                        "Offer",
                        "PriceType",
                        "00042260011 Не согласован",
                        "00042260011 Отгружен",
                        "Counterparty")
                .doesNotContain("Malformed");
    }

    @Test
    void theExamplesOfJsonAreJson() {
        assertThat(blocks("json"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(json ->
                        assertThat(new JsonMapper().readTree(json).isObject()).isTrue());
    }

    @Test
    void itsLinksLeadToItsChapters() {
        List<String> anchors = DOCUMENT.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> "#"
                        + line.replaceFirst("#+ ", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                .replace(' ', '-'))
                .toList();
        Matcher link = Pattern.compile("]\\((#[^)]+)\\)").matcher(DOCUMENT);
        while (link.find()) {
            assertThat(anchors).contains(link.group(1));
        }
    }

    private record Rows(List<String> found) implements RecordSink {

        @Override
        public void header(Header header) {
            // every example has one
        }

        @Override
        public void section(Section section) {
            // what is in it counts
        }

        @Override
        public void record(CommerceMlRecord row, Position at) {
            found.add(row.getClass().getSimpleName());
        }
    }

    private record Orders(List<String> found) implements OrderDocumentSink {

        @Override
        public void header(Header header) {
            // every example has one
        }

        @Override
        public void order(ReportedOrder order, Position at) {
            found.add(order.number() + " " + order.word());
        }

        @Override
        public void problem(String name, RowProblem reason, String detail, Position at) {
            found.add("Malformed");
        }

        @Override
        public void other(String operation, Position at) {
            found.add("Malformed");
        }
    }
}
