package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Goods;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Group;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Property;

class PositionsTest {

    private static final int ROWS = 400;

    static Stream<Arguments> files() {
        return Stream.of("\n", "\r\n", "\r")
                .flatMap(lineEnd -> Stream.of(
                        Arguments.of("UTF-8", "", "🥊", lineEnd),
                        Arguments.of("UTF-8", "\uFEFF", "🥊", lineEnd),
                        Arguments.of("UTF-16LE", "\uFEFF", "🥊", lineEnd),
                        Arguments.of("UTF-16BE", "", "🥊", lineEnd),
                        Arguments.of("windows-1251", "", "ё", lineEnd)));
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource("files")
    void anElementIsCutOutOfTheFileExactlyAsItStands(String encoding, String mark, String odd, String lineEnd)
            throws Exception {
        List<String> elements = new ArrayList<>();
        StringBuilder file = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + lineEnd
                + "<КоммерческаяИнформация><Каталог><Товары>" + lineEnd);
        for (int i = 0; i < ROWS; i++) {
            String element = "<Товар>" + lineEnd + "<Ид>g-" + i + "</Ид><Наименование>Перчатки " + odd + " &lt;" + i
                    + "&gt;</Наименование>" + lineEnd + "<Описание>" + "слово ".repeat(i % 97) + "</Описание></Товар>";
            elements.add(element);
            file.append(lineEnd).append(element);
        }
        file.append("</Товары></Каталог></КоммерческаяИнформация>");
        byte[] bytes = (mark + file).getBytes(Charset.forName(encoding));

        Collected read = Collected.of(bytes, null);

        RawElements raw = RawElements.of(new ByteArrayInputStream(bytes));
        assertThat(read.records).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(raw.cut(read.positions.get(i))).isEqualTo(elements.get(i));
            assertThat(read.positions.get(i).line()).isEqualTo(4 + 3L * i);
        }
    }

    @Test
    void anElementReadAgainGivesTheSameRecord() throws Exception {
        byte[] file = Collected.fixture("goods.xml");
        Collected whole = Collected.of(file, CommerceMlKind.GOODS);
        RawElements raw = RawElements.of(new ByteArrayInputStream(file));
        Collected again = new Collected();
        for (int i = 0; i < whole.records.size(); i++) {
            if (i == 0
                    || whole.positions.get(i).startChar()
                            != whole.positions.get(i - 1).startChar()) {
                String element = raw.cut(whole.positions.get(i));
                CommerceMlReader.readElement(element, CommerceMlKind.GOODS, whole.header(), again);
            }
        }
        assertThat(again.records).isNotEmpty().isEqualTo(whole.records);
    }

    @Test
    void aGroupCutOffBeforeItsChildrenIsReadAgainUnderItsParent() throws Exception {
        String xml = SomeXml.classifier("<Группы><Группа><Ид>1</Ид><Наименование>Спорт</Наименование><Группы>"
                + "<Группа><Ид>2</Ид><Наименование>Бокс</Наименование></Группа></Группы></Группа></Группы>");
        Collected whole = Collected.of(xml);
        RawElements raw = RawElements.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Collected again = new Collected();
        for (int i = 0; i < 2; i++) {
            Group group = (Group) whole.records.get(i);
            CommerceMlReader.readElement(
                    raw.cut(whole.positions.get(i)), CommerceMlKind.GROUPS, whole.header(), group.parentId(), again);
        }
        assertThat(again.records).isEqualTo(whole.records);
    }

    @Test
    void aPrefixDeclaredOutsideOfTheElementDoesNotMatter() throws Exception {
        Collected read = new Collected();
        Header header = new Header("3.1", null, "urn:x", "UTF-8", null);
        CommerceMlReader.readElement("<c:Товар><c:Ид>g-1</c:Ид></c:Товар>", CommerceMlKind.GOODS, header, read);
        assertThat(read.only(Goods.class).id()).isEqualTo("g-1");
        CommerceMlReader.readElement(
                "<c:Свойство><c:Ид>p</c:Ид><c:Наименование>Цвет</c:Наименование>",
                CommerceMlKind.PROPERTIES_OFFERS,
                header,
                read);
        assertThat(read.only(Property.class).forOffers()).isTrue();
    }
}
