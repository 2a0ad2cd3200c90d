package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"QQQ\"}",
                "{\"Token\" : \"a\\\"QQQ\"}",
                "{\"phone\":79161112233,\"q\":1}",
                "{\"email\":\"cut off QQQ",
                "a=1&token=QQQ&b=2",
                "https://shop/hook?secret=QQQ",
                "<Фамилия>QQQ</Фамилия>",
                "<Телефон1>QQQ</Телефон1>",
                "<x АдресДоставки=\"QQQ\"/>",
                "<Наименование>Адрес доставки</Наименование>\n<Значение>QQQ</Значение>",
                "<Контрагенты><Контрагент><Ид>7</Ид><Контакт><Тип>Почта</Тип><Значение>QQQ</Значение></Контакт>"
                        + "</Контрагент></Контрагенты>",
                "<Контрагенты><Контрагент><Наименование>QQQ",
                "call QQQ@example.org today",
                "call 8 (916) 111-22-33 today"
            })
    void secretsAndPeopleDisappear(String text) {
        assertThat(Masking.text(text)).contains(Masking.MASK).doesNotContain("QQQ", "9161112233", "111-22-33");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Ид>order-5f0c6e0e-6f3c-4e0e-9d5a-0d3b4d3ff001</Ид><Сумма>71234567890.00</Сумма>",
                "<Контрагенты><Контрагент><Ид>c-1</Ид><Роль>Покупатель</Роль></Контрагент></Контрагенты>",
                "{\"results\":[{\"key\":\"order-1\",\"number\":\"ФС00-000001\"}]}",
                "GET /orders?cursor=100&limit=50"
            })
    void everythingElseStays(String text) {
        assertThat(Masking.text(text)).isEqualTo(text);
    }

    @Test
    void whatIsNoTextIsToldByItsSize() {
        assertThat(Masking.body("application/zip", new byte[] {1, 2, 3}))
                .asString()
                .isEqualTo("3 B");
    }
}
