package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.freesport.console.onec.commerceml.CommerceMlRefused.Reason;
import ru.freesport.console.orders.statuses.ReportedOrder;
import ru.freesport.console.orders.statuses.StatedDate;

class OrderDocumentReaderTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Moscow");

    @Test
    void documentsAreReadInContainersAndBareAndSeveralInOne() throws Exception {
        Found found = read(SomeXml.root("<Контейнер>" + document("A1", "Подтвержден") + document("A2", "Отгружен")
                + "</Контейнер>" + document("A3", "Отменен")));
        assertThat(found.orders)
                .extracting(ReportedOrder::number, ReportedOrder::word)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A1", "Подтвержден"),
                        org.assertj.core.groups.Tuple.tuple("A2", "Отгружен"),
                        org.assertj.core.groups.Tuple.tuple("A3", "Отменен"));
        assertThat(found.orders).allSatisfy(order -> {
            assertThat(order.id()).isNull();
            assertThat(order.lines()).isNull();
            assertThat(order.paid()).isEqualTo(new StatedDate.Absent());
            assertThat(order.isPosted()).isNull();
        });
    }

    @Test
    void bothSpellingsOfTheStatusAndStrayLatinLettersAreTheSameRequisite() throws Exception {
        for (String name : List.of("СтатусЗаказа", "Статус заказа", "Статус Заказа", "cтатус\u00A0заказа")) {
            assertThat(one(requisite(name, " Не согласован ")).word()).as(name).isEqualTo("Не согласован");
        }
        assertThat(one(requisite("СтатусЗаказа", "") + requisite("Статус заказа", "Новый"))
                        .word())
                .isEqualTo("Новый");
        assertThat(one(requisite("Сайт", "FREESPORT")).word()).isNull();
    }

    @Test
    void anAbsentDateAnEmptyOneAndAGivenOneAreThreeThings() throws Exception {
        assertThat(one("").paid()).isEqualTo(new StatedDate.Absent());
        for (String none : List.of("", "  ", "T", "0001-01-01T00:00:00", "0001-01-01", "01.01.0001 0:00:00")) {
            assertThat(one(requisite("Дата оплаты по 1С", none)).paid())
                    .as("«%s»", none)
                    .isEqualTo(new StatedDate.None());
        }
        for (String day : List.of("2026-11-20", "2026-11-20T12:30:00", "20.11.2026", "20.11.2026 12:30:00")) {
            assertThat(one(requisite("ДатаОплаты", day) + requisite("Дата отгрузки по 1C", day)))
                    .satisfies(order -> {
                        assertThat(order.paid()).isEqualTo(new StatedDate.On(LocalDate.of(2026, 11, 20)));
                        assertThat(order.shipped()).isEqualTo(new StatedDate.On(LocalDate.of(2026, 11, 20)));
                    });
        }
    }

    @Test
    void aDateThatIsNoneIsToldAndTheRestOfTheDocumentIsTaken() throws Exception {
        Found found = read(SomeXml.root(document("A1", "Отгружен", requisite("ДатаОплаты", "31.02.2026"))));
        assertThat(found.orders).singleElement().satisfies(order -> {
            assertThat(order.word()).isEqualTo("Отгружен");
            assertThat(order.paid()).isEqualTo(new StatedDate.Absent());
        });
        assertThat(found.problems).containsExactly("A1 NOT_A_DATE 31.02.2026");
    }

    @Test
    void marksAndNumbersOfOneCStandInElementsOrRequisitesPaddedOrNot() throws Exception {
        ReportedOrder elements = one("<Номер1С>ФС00-000001   </Номер1С><Дата1С>2026-11-20   </Дата1С>"
                + "<Проведен>true</Проведен><Отменен>false</Отменен><ПометкаУдаления>true</ПометкаУдаления>");
        ReportedOrder requisites = one(requisite("Номер по 1С", "ФС00-000001")
                + requisite("Дата по 1С", "20.11.2026")
                + requisite("Проведен", "true")
                + requisite("Отменен", "false")
                + requisite("ПометкаУдаления", "true"));
        assertThat(elements).isEqualTo(requisites);
        assertThat(elements.onecNumber()).isEqualTo("ФС00-000001");
        assertThat(elements.onecDate()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(elements.isPosted()).isTrue();
        assertThat(elements.isCancelled()).isFalse();
        assertThat(elements.isDeleted()).isTrue();
        assertThat(elements.isShipped()).isNull();
        assertThat(one(requisite("Отгружен", "true")).isShipped()).isTrue();
    }

    @Test
    void rowsAreWhatWillBeDelivered() throws Exception {
        ReportedOrder order = one("<Товары>"
                + goods("p#1", "3", "4500.00", "")
                + goods("ORDER_DELIVERY", "1", "300", requisites(requisite("ТипНоменклатуры", "Услуга")))
                + "<Товар Статус=\"Удален\"><Ид>p#2</Ид><Количество>1</Количество></Товар>"
                + "</Товары>");
        assertThat(order.lines())
                .containsExactly(
                        new ReportedOrder.Line(
                                "p#1", "Товар p#1", new BigDecimal("3"), new BigDecimal("4500.00"), false),
                        new ReportedOrder.Line(
                                "ORDER_DELIVERY",
                                "Товар ORDER_DELIVERY",
                                new BigDecimal("1"),
                                new BigDecimal("300"),
                                true));
        assertThat(one("<Товары/>").lines()).isNull();
    }

    @Test
    void rowsOfWhichOneCannotBeReadSayNothing() throws Exception {
        Found found = read(SomeXml.root(document(
                "A1",
                "Отгружен",
                "<Товары>" + goods("p#1", "много", "1", "") + goods("p#2", "1", "1", "") + "</Товары>")));
        assertThat(found.orders.getFirst().lines()).isNull();
        assertThat(found.problems).first().isEqualTo("A1 QUANTITY_NOT_A_NUMBER много");
    }

    @Test
    void aDocumentWithoutANumberAndAnIdIsRefusedAloneAndPaymentsAreNoOrders() throws Exception {
        Found found = read(SomeXml.root("<Документ><Дата>2026-11-20</Дата></Документ>"
                + "<Документ><Номер>П-1</Номер><ХозОперация>Выплата безналичных денег</ХозОперация></Документ>"
                + "<Документ><Ид>order-1</Ид><ХозОперация>Заказ  товара</ХозОперация></Документ>"));
        assertThat(found.problems).containsExactly("null NO_NUMBER null");
        assertThat(found.others).containsExactly("Выплата безналичных денег");
        assertThat(found.orders).extracting(ReportedOrder::name).containsExactly("order-1");
    }

    @Test
    void encodingsAndVersionsOfTheFieldAreRead() throws Exception {
        String body = SomeXml.root(document("А-1", "Подтвержден"));
        String windows = body.replace("UTF-8", "windows-1251").replace("\"3.1\"", "\"2.09\"");
        for (byte[] file : List.of(
                body.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + body).getBytes(StandardCharsets.UTF_8),
                windows.getBytes(DecodedText.WINDOWS_1251),
                // what it declares is not what it is
                body.getBytes(DecodedText.WINDOWS_1251))) {
            Found found = read(file);
            assertThat(found.orders).singleElement().satisfies(order -> {
                assertThat(order.number()).isEqualTo("А-1");
                assertThat(order.word()).isEqualTo("Подтвержден");
            });
        }
        assertThat(read(windows.getBytes(DecodedText.WINDOWS_1251)).header.schemaVersion())
                .isEqualTo("2.09");
    }

    @Test
    void aFileWithoutDocumentsIsValidAndOneAboutOtherThingsIsNot() throws Exception {
        assertThat(read(SomeXml.root("")).orders).isEmpty();
        assertThat(read(SomeXml.root("<Контейнер/>")).orders).isEmpty();
        assertThat(refused(SomeXml.catalogue("<Товар><Ид>1</Ид></Товар>")).reason())
                .isEqualTo(Reason.OTHER_KIND);
        assertThat(refused("<html/>").reason()).isEqualTo(Reason.OTHER_KIND);
    }

    @Test
    void theMarkOneCLeavesInThePlaceOfADocumentIsRecognised() {
        assertThat(refused("<not valid xml!!!").reason()).isEqualTo(Reason.PLACEHOLDER);
        assertThat(refused("not valid xml").reason()).isEqualTo(Reason.PLACEHOLDER);
        assertThat(refused("\uFEFF" + SomeXml.root(document("A1", "Отгружен") + "<Not valid XML!!!"))
                        .reason())
                .isEqualTo(Reason.PLACEHOLDER);
        assertThat(refused("<КоммерческаяИнформация><Документ>").reason()).isEqualTo(Reason.BROKEN_XML);
    }

    @Test
    void theSameWordsInACommentOfAWholeFileMeanNothing() throws Exception {
        assertThat(read(SomeXml.root("<!-- not valid xml -->" + document("A1", "Отгружен"))).orders)
                .hasSize(1);
    }

    @Test
    void hostileFilesAreRefusedAndWhatCameBeforeABreakIsHandedOut() throws Exception {
        assertThat(refused("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><КоммерческаяИнформация/>")
                        .reason())
                .isEqualTo(Reason.DTD_REFUSED);
        assertThat(refused(SomeXml.root(document("A1", "&company;"))).reason()).isEqualTo(Reason.BROKEN_XML);
        String deep = "<a>".repeat(70) + "</a>".repeat(70);
        assertThat(refused(SomeXml.root("<Контейнер>" + deep + "</Контейнер>")).reason())
                .isEqualTo(Reason.TOO_DEEP);
        Found found = new Found();
        String cut = SomeXml.root(document("A1", "Отгружен") + document("A2", "Отгружен"));
        byte[] bytes = cut.substring(0, cut.length() - 80).getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(
                                CommerceMlRefused.class,
                                () -> OrderDocumentReader.read(new ByteArrayInputStream(bytes), found))
                        .reason())
                .isEqualTo(Reason.BROKEN_XML);
        assertThat(found.orders).extracting(ReportedOrder::number).containsExactly("A1");
    }

    @Test
    void aStatusLongerThanAnyWordIsRefusedWithItsDocumentOnly() throws Exception {
        Found found = read(SomeXml.root(
                document("A1", "я".repeat(2_000_000)) + document("A2", "я".repeat(400)) + document("A3", "Отгружен")));
        assertThat(found.orders).extracting(ReportedOrder::number).containsExactly("A3");
        assertThat(found.problems).containsExactly("A1 TOO_LONG A1", "A2 TOO_LONG A2");
    }

    @Test
    void aDocumentCutOutByItsPositionReadsTheSame() throws Exception {
        byte[] file = ("\uFEFF"
                        + SomeXml.root("<Контейнер>" + document("A1", "Отгружен") + document("A2", "Отменен")
                                + "</Контейнер>"))
                .getBytes(StandardCharsets.UTF_8);
        Found whole = read(file);
        RawElements raw = RawElements.of(new ByteArrayInputStream(file));
        for (int i = 0; i < whole.orders.size(); i++) {
            Found again = new Found();
            OrderDocumentReader.readElement(raw.cut(whole.positions.get(i)), again);
            assertThat(again.orders).containsExactly(whole.orders.get(i));
        }
    }

    @Test
    void momentsAreReadWithAndWithoutAZone() {
        LocalDateTime evening = LocalDateTime.of(2026, 4, 21, 18, 39, 31, 746_199_000);
        assertThat(Dates.moment("2026-04-21T15:39:31.746199+00:00", SHOP)).contains(evening);
        assertThat(Dates.moment("2026-04-21T18:39:31", SHOP)).contains(evening.withNano(0));
        assertThat(Dates.moment("2026-04-21", SHOP)).contains(LocalDateTime.of(2026, 4, 21, 0, 0));
        assertThat(Dates.moment("вчера", SHOP)).isEmpty();
        assertThat(Dates.moment(null, SHOP)).isEmpty();
    }

    private static ReportedOrder one(String inside) throws Exception {
        Found found = read(SomeXml.root(document("A1", null, inside)));
        assertThat(found.problems).isEmpty();
        assertThat(found.orders).hasSize(1);
        return found.orders.getFirst();
    }

    private static String document(String number, String word) {
        return document(number, word, "");
    }

    private static String document(String number, @Nullable String word, String inside) {
        return "<Документ><Номер>" + number + "</Номер><Дата>2026-11-20</Дата><ХозОперация>Заказ товара</ХозОперация>"
                + (inside.startsWith("<ЗначениеРеквизита>") ? requisites(inside) : inside)
                + (word == null ? "" : requisites(requisite("СтатусЗаказа", word))) + "</Документ>";
    }

    private static String requisites(String inside) {
        return "<ЗначенияРеквизитов>" + inside + "</ЗначенияРеквизитов>";
    }

    private static String requisite(String name, String value) {
        return "<ЗначениеРеквизита><Наименование>" + name + "</Наименование><Значение>" + value
                + "</Значение></ЗначениеРеквизита>";
    }

    private static String goods(String id, String quantity, String sum, String more) {
        return "<Товар><Ид>" + id + "</Ид><Наименование>Товар " + id + "</Наименование><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу>"
                + "<Количество>" + quantity + "</Количество><Сумма>" + sum + "</Сумма>" + more + "</Товар>";
    }

    private static Found read(String xml) throws Exception {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Found read(byte[] bytes) throws Exception {
        Found found = new Found();
        OrderDocumentReader.read(new ByteArrayInputStream(bytes), found);
        return found;
    }

    private static CommerceMlRefused refused(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(xml.getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(CommerceMlRefused.class, () -> read(bytes.toByteArray()));
    }

    private static final class Found implements OrderDocumentSink {

        private final List<ReportedOrder> orders = new ArrayList<>();
        private final List<Position> positions = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private Header header;

        @Override
        public void header(Header found) {
            header = found;
        }

        @Override
        public void order(ReportedOrder order, Position at) {
            orders.add(order);
            positions.add(at);
        }

        @Override
        public void problem(@Nullable String name, RowProblem reason, @Nullable String detail, Position at) {
            problems.add(name + " " + reason + " " + detail);
        }

        @Override
        public void other(String operation, Position at) {
            others.add(operation);
        }
    }
}
