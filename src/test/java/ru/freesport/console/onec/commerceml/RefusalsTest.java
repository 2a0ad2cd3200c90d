package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ru.freesport.console.onec.commerceml.CommerceMlRefused.Reason;

class RefusalsTest {

    @Test
    void nothingAndBlanksAreEmpty() {
        assertThat(refused("").reason()).isEqualTo(Reason.EMPTY);
        assertThat(refused("\uFEFF \n ").reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void whatDoesNotBeginAsXmlIsNotXml() {
        assertThat(refused("PK\u0003\u0004 a zip").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(refused("Данные XML некорректны").reason()).isEqualTo(Reason.NOT_XML);
    }

    @Test
    void aFileBrokenInTheMiddleNamesTheLine() {
        is(
                refused(SomeXml.catalogue("\n<Товар><Ид>1</Ид></Товар>\n<Товар><Ид>2</Цена></Товар>")),
                Reason.BROKEN_XML,
                5);
        is(refused("<КоммерческаяИнформация>\n<Каталог>\n<Товары><Товар>"), Reason.BROKEN_XML, 3);
        is(refused(SomeXml.catalogue("") + "\n<КоммерческаяИнформация/>"), Reason.BROKEN_XML, 6);
        is(refused(SomeXml.catalogue("<Товар><Ид>&company;</Ид></Товар>")), Reason.BROKEN_XML, 3);
    }

    @Test
    void whatCameBeforeTheBreakHasBeenHandedOut() {
        Collected collected = new Collected();
        byte[] file = SomeXml.catalogue("<Товар><Ид>1</Ид></Товар><Товар><Ид>2</Ид></Каталог>")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CommerceMlReader.read(new ByteArrayInputStream(file), collected))
                .isInstanceOf(CommerceMlRefused.class);
        assertThat(collected.records).hasSize(1);
    }

    @Test
    void aDocumentTypeIsRefusedWhateverItDeclares() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<КоммерческаяИнформация>&b;"
                + "</КоммерческаяИнформация>";
        is(refused("<?xml version=\"1.0\"?>\n" + bomb), Reason.DTD_REFUSED, 2);
        is(refused("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><КоммерческаяИнформация/>"), Reason.DTD_REFUSED, 1);
        is(refused("<!DOCTYPE html>\n<html/>"), Reason.DTD_REFUSED, 1);
    }

    @Test
    void otherDocumentsAreAnotherKind() {
        is(refused("<html><body/></html>"), Reason.OTHER_KIND, 1);
        assertThat(refused(SomeXml.root("<Документ><Ид>1</Ид></Документ>")).reason())
                .isEqualTo(Reason.OTHER_KIND);
        assertThat(refused(SomeXml.root("<Документы/>")).detail()).contains("Документы");
        assertThat(refused(SomeXml.root("")).reason()).isEqualTo(Reason.OTHER_KIND);
    }

    @Test
    void depthIsLimitedEvenInWhatIsPassedOver() {
        String deep = "<a>".repeat(70) + "</a>".repeat(70);
        is(refused(SomeXml.root("<Неведомое>" + deep + "</Неведомое>")), Reason.TOO_DEEP, 3);
        is(refused(SomeXml.catalogue("<Товар><Описание>" + deep + "</Описание></Товар>")), Reason.TOO_DEEP, 3);
    }

    @Test
    void attributesAreLimitedInNumberAndSize() {
        StringBuilder many = new StringBuilder("<a");
        StringBuilder spaces = new StringBuilder("<a");
        for (int i = 0; i < 40; i++) {
            many.append(" a").append(i).append("='1'");
            spaces.append(" xmlns:a").append(i).append("='urn:").append(i).append('\'');
        }
        is(refused(SomeXml.root("\n" + many + "/>")), Reason.TOO_MANY_ATTRIBUTES, 4);
        is(refused(SomeXml.root("\n" + spaces + "/>")), Reason.TOO_MANY_ATTRIBUTES, 4);
        is(refused(SomeXml.root("<a b='" + "x".repeat(70_000) + "'/>")), Reason.TEXT_TOO_LONG, 3);
    }

    @Test
    void textsAreLimitedAloneAndTogether() throws Exception {
        String piece = "<!-- --><![CDATA[" + "x".repeat(300_000) + "]]>&amp;";
        String description = "<Описание>" + piece.repeat(4) + "</Описание>";
        Collected read = Collected.of(SomeXml.catalogue("<Товар><Ид>long</Ид><Наименование>Мяч</Наименование>"
                + description + "</Товар><Товар><Ид>short</Ид><Наименование>Мяч</Наименование></Товар>"));
        assertThat(read.only(CommerceMlRecord.Goods.class).id()).isEqualTo("short");
        assertThat(read.only(CommerceMlRecord.Malformed.class))
                .isEqualTo(new CommerceMlRecord.Malformed(
                        CommerceMlKind.GOODS, "long", null, RowProblem.TOO_LONG, "long"));
        String requisite = "<ЗначениеРеквизита><Значение>" + "x".repeat(900_000) + "</Значение></ЗначениеРеквизита>";
        assertThat(refused(SomeXml.catalogue(
                                "<Товар><ЗначенияРеквизитов>" + requisite.repeat(5) + "</ЗначенияРеквизитов></Товар>"))
                        .reason())
                .isEqualTo(Reason.TEXT_TOO_LONG);
    }

    @Test
    void aNameOrCommentWithoutEndDoesNotFillTheMemory() {
        for (String start : new String[] {"<", "<!-- ", "<?", "<a b='", "<a "}) {
            byte[] head = ("<КоммерческаяИнформация>" + start).getBytes(StandardCharsets.UTF_8);
            InputStream endless = new SequenceInputStream(new ByteArrayInputStream(head), new Endless((byte) 'x'));
            CommerceMlRefused refused = catchThrowableOfType(
                    CommerceMlRefused.class, () -> CommerceMlReader.read(endless, new Collected()));
            assertThat(refused.reason()).as(start).isEqualTo(Reason.TEXT_TOO_LONG);
        }
    }

    @Test
    void aFloodOfNamesIsRefused() {
        StringBuilder elements = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            elements.append("<e").append(i).append("/>");
            attributes.append("<e a").append(i).append("='1'/>");
        }
        assertThat(refused(SomeXml.root("<x>" + elements + "</x>")).reason()).isEqualTo(Reason.TOO_MANY_NAMES);
        assertThat(refused(SomeXml.root("<x>" + attributes + "</x>")).reason()).isEqualTo(Reason.TOO_MANY_NAMES);
    }

    @Test
    void whatTheSinkThrowsPassesThrough() {
        IllegalStateException own = new IllegalStateException("the database is gone");
        RecordSink sink = new RecordSink() {
            @Override
            public void header(Header header) {}

            @Override
            public void section(Section section) {}

            @Override
            public void record(CommerceMlRecord row, Position at) {
                throw own;
            }
        };
        byte[] file = SomeXml.catalogue("<Товар><Ид>1</Ид></Товар>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CommerceMlReader.read(new ByteArrayInputStream(file), sink))
                .isSameAs(own);
    }

    @Test
    void aFaultOfTheDiskIsNotAFaultOfTheFile() {
        InputStream failing = new InputStream() {
            private final InputStream start = new ByteArrayInputStream(
                    ("<КоммерческаяИнформация><Каталог>" + " ".repeat(100_000)).getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    throw new IOException("disk");
                }
                return next;
            }
        };
        assertThatThrownBy(() -> CommerceMlReader.read(failing, new Collected()))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    private static void is(CommerceMlRefused refused, Reason reason, long line) {
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
        assertThat(refused.line()).as(refused.getMessage()).isEqualTo(line);
    }

    private static CommerceMlRefused refused(String file) {
        CommerceMlRefused refused = catchThrowableOfType(CommerceMlRefused.class, () -> Collected.of(file));
        assertThat(refused).as("the file was taken").isNotNull();
        return refused;
    }

    /** The same byte for ever. */
    private static final class Endless extends InputStream {
        private final byte same;

        Endless(byte same) {
            this.same = same;
        }

        @Override
        public int read() {
            return same;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            java.util.Arrays.fill(target, from, from + length, same);
            return length;
        }
    }
}
