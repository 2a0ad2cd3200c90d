package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Contact;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;

class CounterpartiesTest {

    private static final List<String> CHILDREN = List.of(
            "<Ид>e2c1</Ид>",
            "<НомерВерсии>AAAAAQ==</НомерВерсии>",
            "<ПометкаУдаления>false</ПометкаУдаления>",
            "<Наименование>Старт</Наименование>",
            "<ОфициальноеНаименование>ООО «Старт»</ОфициальноеНаименование>",
            "<Роль>Покупатель</Роль>",
            "<ИНН>7707083893</ИНН>",
            "<КПП>070701001</КПП>",
            "<КодПоОКПО/>",
            "<РасчетныеСчета><РасчетныйСчет><НомерСчета>40702810900000000001</НомерСчета></РасчетныйСчет></РасчетныеСчета>",
            "<Представители><Представитель><Контрагент><Отношение>Контактное лицо</Отношение><Ид>p-1</Ид>"
                    + "<Наименование>Иванов</Наименование></Контрагент></Представитель></Представители>",
            "<АдресРегистрации><Представление>101000, Москва, Мясницкая, 1</Представление><АдресноеПоле><Тип>Страна</Тип>"
                    + "<Значение>Россия</Значение></АдресноеПоле></АдресРегистрации>",
            "<Адрес><АдресноеПоле><Тип>Город</Тип><Значение>Тверь</Значение></АдресноеПоле><АдресноеПоле><Тип>Улица</Тип>"
                    + "<Значение>Мира</Значение></АдресноеПоле></Адрес>",
            "<Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>8 (495) 123-45-04</Значение></Контакт>"
                    + "<Контакт><Тип>Электронная почта</Тип><Значение>a@mail.ru</Значение></Контакт>"
                    + "<Контакт><Тип>Факс</Тип><Значение>8 (495) 123-45-05</Значение></Контакт></Контакты>");

    @Test
    void theOrderOfTheChildrenDoesNotMatter() throws Exception {
        Random random = new Random(15);
        Counterparty first = read(String.join("", CHILDREN));
        assertThat(first.id()).isEqualTo("e2c1");
        assertThat(first.officialName()).isEqualTo("ООО «Старт»");
        assertThat(first.kpp()).as("leading zeros count").isEqualTo("070701001");
        assertThat(first.isBuyer()).isTrue();
        assertThat(first.registeredAt()).isEqualTo("101000, Москва, Мясницкая, 1");
        assertThat(first.address()).isEqualTo("Тверь, Мира");
        assertThat(first.contacts())
                .containsExactly(
                        new Contact(Contact.Kind.PHONE, "8 (495) 123-45-04"),
                        new Contact(Contact.Kind.EMAIL, "a@mail.ru"),
                        new Contact(Contact.Kind.OTHER, "8 (495) 123-45-05"));
        for (int ordering = 0; ordering < 15; ordering++) {
            List<String> shuffled = new ArrayList<>(CHILDREN);
            Collections.shuffle(shuffled, random);
            assertThat(read(String.join("", shuffled))).isEqualTo(first);
        }
    }

    @Test
    void aFileOfWindows1251IsReadWhateverItDeclares() throws Exception {
        String xml = SomeXml.root(
                        "<Контрагенты><Контрагент>" + String.join("", CHILDREN) + "</Контрагент></Контрагенты>")
                .replace("encoding=\"UTF-8\"", "encoding=\"windows-1251\"");
        Collected collected = Collected.of(xml.getBytes(Charset.forName("windows-1251")), CommerceMlKind.CONTRAGENTS);
        assertThat(collected.only(Counterparty.class).name()).isEqualTo("Старт");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Роль>Покупатель</Роль>| true",
                "<Роль>ПОКУПАТЕЛЬ</Роль>| true",
                "<Роль>Поставщик, Покупатель</Роль>| true",
                "<Роль>Поставщик</Роль><Роль>Покупатель</Роль>| true",
                "<Роль>Поставщик</Роль>| false",
                "<Роль/>| false"
            })
    void onlyBuyersAreCustomers(String roles, boolean isBuyer) throws Exception {
        assertThat(read("<Ид>1</Ид><Наименование>Старт</Наименование>" + roles).isBuyer())
                .isEqualTo(isBuyer);
    }

    @Test
    void oneWithoutAnIdIsRefusedAndTheOthersAreRead() throws Exception {
        Collected collected =
                Collected.of(SomeXml.root("<Контрагенты><Контрагент><Наименование>Без имени</Наименование>"
                        + "</Контрагент><Контрагент><Ид>2</Ид></Контрагент></Контрагенты>"));
        assertThat(collected.all(CommerceMlRecord.Malformed.class))
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.kind()).isEqualTo(CommerceMlKind.CONTRAGENTS);
                    assertThat(bad.reason()).isEqualTo(RowProblem.NO_ID);
                });
        assertThat(collected.only(Counterparty.class).id()).isEqualTo("2");
        assertThat(collected.sections)
                .singleElement()
                .satisfies(section -> assertThat(section.onlyChanges())
                        .as("nobody vanishes because a file does not name them")
                        .isTrue());
    }

    @Test
    void anElementCutOutOfItsFileReadsTheSame() throws Exception {
        Collected again = new Collected();
        CommerceMlReader.readElement(
                "<Контрагент>" + String.join("", CHILDREN) + "</Контрагент>",
                CommerceMlKind.CONTRAGENTS,
                new Header("3.1", null, "", "UTF-8", null),
                again);
        assertThat(again.only(Counterparty.class)).isEqualTo(read(String.join("", CHILDREN)));
    }

    private static Counterparty read(String children) throws Exception {
        return Collected.of(SomeXml.root("<Контрагенты><Контрагент>" + children + "</Контрагент></Контрагенты>"))
                .only(Counterparty.class);
    }
}
