package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String ORDER = """
            <?xml version="1.0" encoding="windows-1251"?>
            <КоммерческаяИнформация><Документ><Ид>order-1</Ид><Контрагенты><Контрагент><Ид>c-7</Ид>
            <Наименование>Оленегорская Маркелла</Наименование><Роль>Покупатель</Роль><ИНН>500100732259</ИНН>
            <Контакты><Контакт><Тип>Почта</Тип><Значение>markella@lichnoe.example</Значение></Контакт></Контакты>
            </Контрагент></Контрагенты><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Адрес доставки</Наименование>
            <Значение>Апатиты, Ферсмана 17</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"QQQ\"}",
                "{\"Token\" : \"a\\\"QQQ\"}",
                "{\"phone\":79161112233,\"q\":1}",
                "{\"email\":\"cut off QQQ",
                "{\"customerPhone\":\"QQQ\",\"contact_email\":\"QQQ\"}",
                "{\"phones\":[\"QQQ\",{\"number\":\"QQQ\"}]}",
                "{\"recipient\":{\"id\":7,\"name\":\"QQQ\",\"documents\":[{\"series\":\"QQQ\"}]}}",
                "{\"payload\":\"{\\\"lastName\\\":\\\"QQQ\\\"}\"}",
                "{\"document\":\"<Фамилия>QQQ</Фамилия>\"}",
                "in prose {\\\"lastName\\\":\\\"QQQ",
                "HTTP 422: {\"secret\":\"QQQ\"}",
                "a=1&token=QQQ&b=2",
                "customer%5Bphone%5D=QQQ&x=1",
                "user.email=QQQ",
                "https://shop/hook?secret=QQQ",
                "https://user:QQQ@shop/hook",
                "text=reach%20me%20at%20QQQ%40example.org",
                "Authorization: Bearer QQQ.QQQ-QQQ",
                "401 for Basic UVFRUVFRUVE= QQQ@x.example",
                "wrong password: QQQ",
                "<Фамилия>QQQ</Фамилия>",
                "<cml:Фамилия Код=\"1\">QQQ</cml:Фамилия>",
                "<Имя><![CDATA[QQQ]]></Имя>",
                "<Телефон1>QQQ</Телефон1>",
                "<x АдресДоставки=\"QQQ\"/>",
                "<x phone='QQQ'/>",
                "<Наименование>Адрес доставки</Наименование>\n<Значение>QQQ</Значение>",
                "<Контрагенты><Контрагент><Ид>7</Ид><Контакт><Тип>Почта</Тип><Значение>QQQ</Значение></Контакт>"
                        + "</Контрагент></Контрагенты>",
                "<Контрагенты><Контрагент><Наименование>QQQ",
                "call QQQ@example.org today",
                "call QQQ@exam",
                "call 8 (916) 111-22-33 today",
                "call +79161112233",
                "его ИНН 500100732259, QQQ@x.example"
            })
    void secretsAndPeopleDisappear(String text) {
        assertThat(Masking.text(text))
                .contains(Masking.MASK)
                .doesNotContain("QQQ", "9161112233", "111-22-33", "500100732259", "UVFRU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Ид>order-5f0c6e0e-6f3c-4e0e-9d5a-0d3b4d3ff001</Ид><Сумма>71234567890.00</Сумма>",
                "<Контрагенты><Контрагент><Ид>c-1</Ид><Роль>Покупатель</Роль></Контрагент></Контрагенты>",
                "<Товар><Наименование>Мяч \"Чемпион\"</Наименование><Цена Валюта=\"RUB\">1 250,00</Цена></Товар>",
                "<Значение>после метки закрытого элемента</Значение>",
                "{\"results\":[{\"key\":\"order-1\",\"number\":\"ФС00-000001\"}]}",
                "{\"ean\":\"4601234567893\",\"isConfirmed\":true,\"customerId\":\"7\",\"price\":-1.5e3}",
                "GET /orders?cursor=100&limit=50",
                "No rows: SELECT a FROM b WHERE c = 1 AND d=2 (List<String>)"
            })
    void everythingElseStays(String text) {
        assertThat(Masking.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Api-Key",
        "X-Auth-Token",
        "X-ONEC-SIGNATURE",
        "X-Hub-Signature-256",
        "Set-Cookie",
        "Proxy-Authorization",
        "X-Secret",
        "api-key",
        "X-Session-Id",
        "X-My-Password"
    })
    void headersAreHiddenByWhatTheyAreCalled(String header) {
        assertThat(Masking.headers(Map.of(header, List.of("QQQ")))).isEqualTo(header + ": ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "Idempotence-Key", "X-Correlation-Id", "Content-Type"})
    void headersThatPeopleNeedStay(String header) {
        assertThat(Masking.headers(Map.of(header, List.of("QQQ")))).isEqualTo(header + ": QQQ");
    }

    @Test
    void whatIsNoTextIsToldByItsSize() {
        assertThat(Masking.body("application/zip", new byte[] {1, 2, 3}).text()).isEqualTo("3 B");
        assertThat(Masking.body(null, new byte[] {1, 0, 3}).text()).isEqualTo("3 B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml; charset=windows-1251", "application/xml;charset=nonsense"})
    void windows1251IsReadAsWhatItIs(String type) {
        assertThat(Masking.body(type, ORDER.getBytes(WINDOWS_1251)).text())
                .contains("<Ид>order-1</Ид>", "<Роль>Покупатель</Роль>", "<ИНН>***</ИНН>")
                .doesNotContain("Оленегорская", "500100732259", "markella", "Ферсмана");
    }

    @Test
    void whereverABodyIsCutNothingThatIsLeftTellsAnything() {
        String json = "{\"note\":\"write to markella@lichnoe.example or +79035550142\",\"lastName\":\"Оленегорская\","
                + "\"secret\":\"Snow-leopard-4417\",\"recipient\":{\"name\":\"Маркелла\"}}";
        String form =
                "to=%2B79035550142&msg=code&api_id=1&user[email]=markella%40lichnoe.example&token=Snow-leopard-4417";
        for (String whole : List.of(json, form, ORDER)) {
            IntStream.rangeClosed(1, whole.length())
                    .mapToObj(length -> Masking.cut(whole.substring(0, length), _ -> {}))
                    .forEach(masked -> assertThat(masked)
                            .doesNotContain(
                                    "Олен", "Марке", "Snow", "leopard", "5001007", "Ферсм", "lichnoe", "903555"));
        }
    }

    @Test
    void halfOfAWordAtTheEndOfALargeBodyIsLeftOut() {
        String filler = "слово ".repeat(60_000);
        byte[] body = (filler + "markella@lichnoe.example").getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut < 12; cut++) {
            byte[] shifted = (" ".repeat(cut) + filler).getBytes(StandardCharsets.UTF_8);
            assertThat(Masking.body("text/plain", shifted).text()).endsWith(" ");
        }
        assertThat(Masking.body("text/plain", body).text()).doesNotContain("markella");
    }

    @Test
    void whatARequestHidIsHiddenInTheAnswerThatRepeatsIt() {
        List<String> taken = Masking.body("application/xml", ORDER.getBytes(StandardCharsets.UTF_8))
                .taken();

        assertThat(Masking.without(taken, "Контрагент Оленегорская Маркелла не найден по 500100732259"))
                .isEqualTo("Контрагент *** не найден по ***");
    }

    @Test
    void secretsOfTheSettingsAreHiddenWhereverTheyTurnUp() {
        Masking.hide("Barsuk-7781-basement", "short");

        assertThat(Masking.text("login failed with Barsuk-7781-basement, short"))
                .isEqualTo("login failed with ***, short");
    }

    /** Each of these makes a careless pattern or a search through all open elements take minutes. */
    @Test
    void hostileBodiesDoNotHoldAThread() {
        List<String> hostile = List.of(
                "a".repeat(250_000) + "@",
                "a_".repeat(125_000) + ":",
                "<" + "a".repeat(250_000) + " x=1",
                "<a>".repeat(40_000) + "</b>".repeat(40_000),
                "{\"a\":".repeat(40_000),
                "[".repeat(250_000),
                "\"\\".repeat(120_000),
                "+7".repeat(120_000),
                "1234-".repeat(50_000),
                "<a b=\"".repeat(40_000));
        for (String text : hostile) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () -> Masking.body("text/xml", text.getBytes(StandardCharsets.UTF_8)),
                    () -> text.substring(0, 20));
        }
    }
}
