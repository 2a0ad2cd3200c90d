package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import ru.freesport.console.orders.PartForExport;

class OrderWriterTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Test
    void anOrderIsWrittenByteForByteAsTheSample() throws IOException {
        byte[] written = new OrderWriter("3.1", StandardCharsets.UTF_8, MOSCOW)
                .write(List.of(SomePart.of("10001260011", "Позвонить")), SomePart.PLACED.plusSeconds(60));

        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(sample());
    }

    @Test
    void theOlderSchemaDiffersOnlyInItsHead() throws IOException {
        byte[] written = new OrderWriter("2.09", WINDOWS_1251, MOSCOW)
                .write(List.of(SomePart.of("10001260011", "Позвонить")), SomePart.PLACED.plusSeconds(60));

        assertThat(new String(written, WINDOWS_1251))
                .isEqualTo(sample().replace("encoding='UTF-8'", "encoding='windows-1251'")
                        .replace(" xmlns=\"urn:1C.ru:commerceml_3\"", "")
                        .replace("ВерсияСхемы=\"3.1\"", "ВерсияСхемы=\"2.09\""));
    }

    @Test
    void whatWindows1251DoesNotHaveIsNotLost() throws Exception {
        String comment = "Ждём 🎾 за 100 ₽, «ёлки» & é <\u0001";
        PartForExport part = SomePart.of("10001260011", comment);

        byte[] written = new OrderWriter("3.1", WINDOWS_1251, MOSCOW).write(List.of(part), SomePart.PLACED);

        assertThat(new String(written, WINDOWS_1251)).contains("Ждём &#127934; за 100 &#8381;, «ёлки»");
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(written));
        assertThat(read.getElementsByTagName("Комментарий").item(0).getTextContent())
                .isEqualTo(comment.replace("\u0001", ""));
    }

    @Test
    void anOrderWhoseRowsDoNotAddUpIsNotWritten() {
        PartForExport sound = SomePart.of("10001260011", null);
        PartForExport wrong = SomePart.of("10001260012", null, sound.lines(), "2300.01", "414.76");

        assertThat(OrderWriter.isSound(sound)).isTrue();
        assertThat(OrderWriter.isSound(wrong)).isFalse();
        assertThatThrownBy(() -> new OrderWriter("3.1", StandardCharsets.UTF_8, MOSCOW)
                        .write(List.of(sound, wrong), SomePart.PLACED))
                .hasMessageContaining("10001260012");
    }

    private static String sample() throws IOException {
        try (InputStream sample = OrderWriterTest.class.getResourceAsStream("/commerceml/order-3.1.xml")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
