package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Goods;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Group;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Malformed;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.NameValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Offer;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Price;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PriceType;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Property;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyRef;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Rest;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Unit;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.ValueType;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Warehouse;

class TrapsTest {

    @Test
    void goodsKeepOnlyWhatIsReallySet() throws Exception {
        Collected read = Collected.ofFixture("goods.xml");
        Goods poles = read.all(Goods.class).getFirst();
        assertThat(poles.article()).isEqualTo("LZ-240");
        assertThat(poles.barcode()).isNull();
        assertThat(poles.unitCode()).isEqualTo("796");
        assertThat(poles.groupIds()).containsExactly("b2000000-0000-11f0-8000-000000000003");
        assertThat(poles.description()).isEqualTo("Лёгкие палки.<br>Вес пары & чехла – 0,5 кг.");
        assertThat(poles.pictures()).hasSize(2);
        assertThat(poles.properties())
                .containsExactly(
                        new PropertyRef("p-colour", "v-red"),
                        new PropertyRef("p-colour", "v-white"),
                        new PropertyRef("p-flag", "false"),
                        new PropertyRef("p-frost", "-25"),
                        new PropertyRef("Бренд", "e5000000-0000-11f0-8000-000000000001"));
        assertThat(poles.brandRef()).isEqualTo("e5000000-0000-11f0-8000-000000000001");
        assertThat(poles.vatRate()).isEqualTo("20");
        assertThat(poles.requisites()).containsExactly(new NameValue("Код", "УТ-00000042"));
        assertThat(poles.weight()).isEqualByComparingTo("0.52");
        assertThat(poles.length()).isEqualByComparingTo("2400");
        assertThat(poles.width()).isNull();
        assertThat(poles.deleted()).isFalse();
    }

    @Test
    void aProductIsTakenWithoutTheOnePartThatCannotBe() throws Exception {
        Collected read = Collected.ofFixture("goods.xml");
        Goods cap = read.all(Goods.class).get(1);
        assertThat(cap.deleted()).isTrue();
        assertThat(cap.vatRate()).isEqualTo(CommerceMlRecord.NO_VAT);
        assertThat(cap.brandRef()).isEqualTo("Нерпа");
        assertThat(read.all(Malformed.class))
                .containsExactly(
                        new Malformed(
                                CommerceMlKind.GOODS, cap.id(), null, RowProblem.SIZE_NOT_A_NUMBER, "Вес: лёгкая"),
                        new Malformed(CommerceMlKind.GOODS, null, null, RowProblem.NO_ID, "Ничей товар"));
        assertThat(read.positions.get(2).line()).isEqualTo(102);
    }

    @Test
    void numbersAndTextsThatCannotBeKeptAreLeftOut() throws Exception {
        Collected goods = Collected.of(SomeXml.catalogue("<Товар><Ид>g</Ид><Наименование>Мяч</Наименование>"
                + "<Картинка>" + "p".repeat(501) + "</Картинка><Вес>999999999,9995</Вес><Длина>999999999,9994</Длина>"
                + "<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Бренд</Наименование><Значение>"
                + "b".repeat(301) + "</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар>"));
        Goods ball = goods.only(Goods.class);
        assertThat(ball.weight()).isNull();
        assertThat(ball.length()).isEqualByComparingTo("999999999.9994");
        assertThat(ball.pictures()).isEmpty();
        assertThat(ball.brandRef()).isNull();
        assertThat(goods.all(Malformed.class))
                .extracting(Malformed::reason)
                .containsExactlyInAnyOrder(RowProblem.TOO_LONG, RowProblem.NUMBER_TOO_LARGE, RowProblem.TOO_LONG);
        String price = "<Цена><ИдТипаЦены>t</ИдТипаЦены><Валюта>%s</Валюта><ЦенаЗаЕдиницу>%s</ЦенаЗаЕдиницу></Цена>";
        Collected offer = Collected.of(SomeXml.offers("<Предложение><Ид>g</Ид><Цены>"
                + price.formatted("руб", "10000000000000000") + price.formatted("усл. единица", "5")
                + price.formatted("", "7")
                + "</Цены><Склад ИдСклада=\"w\" КоличествоНаСкладе=\"1000000000000000\"/></Предложение>"));
        assertThat(offer.only(Offer.class).prices())
                .extracting(Price::currency, Price::text)
                .containsExactly(tuple(null, "7"));
        assertThat(offer.all(Malformed.class))
                .extracting(Malformed::kind, Malformed::reason)
                .containsExactly(
                        tuple(CommerceMlKind.PRICES, RowProblem.NUMBER_TOO_LARGE),
                        tuple(CommerceMlKind.PRICES, RowProblem.UNKNOWN_CURRENCY),
                        tuple(CommerceMlKind.RESTS, RowProblem.NUMBER_TOO_LARGE));
    }

    @Test
    void groupsComeParentFirst() throws Exception {
        Collected read = Collected.ofFixture("groups.xml");
        assertThat(read.all(Group.class))
                .extracting(Group::id, Group::parentId, Group::name, Group::deleted)
                .containsExactly(
                        tuple("g-root", null, "ВЕСЬ СПОРТ", false),
                        tuple("g-ski", "g-root", "Лыжи", false),
                        tuple("g-poles", "g-ski", "Палки", false),
                        tuple("g-old", "g-root", "Архив", true));
        assertThat(read.only(Malformed.class).parentId()).isEqualTo("g-root");
        assertThat(read.sections)
                .containsExactly(new Section(
                        Section.Type.CLASSIFIER,
                        CommerceMlKind.GROUPS,
                        "c0ffee00-0000-11f0-8000-000000000001",
                        "c0ffee00-0000-11f0-8000-000000000001",
                        true));
    }

    @Test
    void whatStandsAfterTheChildrenIsToldOnceMore() throws Exception {
        Collected read = Collected.of(SomeXml.classifier("<Группы><Группа><Ид>1</Ид><Наименование>А</Наименование>"
                + "<Группы><Группа><Ид>2</Ид><Наименование>Б</Наименование></Группа></Группы>"
                + "<ПометкаУдаления>true</ПометкаУдаления></Группа></Группы>"));
        assertThat(read.all(Group.class))
                .extracting(Group::id, Group::deleted)
                .containsExactly(tuple("1", false), tuple("2", false), tuple("1", true));
    }

    @Test
    void dictionariesAreTrimmedAndABlankUnitIsToldApart() throws Exception {
        Collected units = Collected.ofFixture("units.xml");
        assertThat(units.all(Unit.class))
                .containsExactly(
                        new Unit("796", "796", "шт", "Штука", "PCE", false),
                        new Unit("0001", "0001", "лист", null, null, false));
        assertThat(units.only(Malformed.class).reason()).isEqualTo(RowProblem.BLANK_UNIT_CODE);
        assertThat(Collected.ofFixture("priceLists.xml").all(PriceType.class))
                .containsExactly(
                        new PriceType("t-retail", "РРЦ", "RUB", true, false),
                        new PriceType("t-export", "Экспорт", "USD", null, false));
        assertThat(Collected.ofFixture("storages.xml").all(Warehouse.class))
                .containsExactly(new Warehouse("w-1", "1 Главный", false), new Warehouse("w-2", "2 Закрытый", true));
    }

    @Test
    void propertiesComeBeforeTheirValues() throws Exception {
        Collected read = Collected.ofFixture("propertiesGoods_1_1_7f3c.xml");
        assertThat(read.records)
                .containsExactly(
                        new Property("p-colour", "Цвет", ValueType.DICTIONARY, false, false),
                        new PropertyValue("p-colour", "v-red", "Красный"),
                        new PropertyValue("p-colour", "v-white", "Белый"),
                        new Property("p-number", "Вес нетто", ValueType.NUMBER, false, false),
                        new Property("p-text", "Состав", ValueType.STRING, false, true),
                        new Property("Бренд", "Бренд", ValueType.DICTIONARY, false, false),
                        new PropertyValue("Бренд", "e5000000-0000-11f0-8000-000000000001", "Позёмка"));
    }

    @Test
    void machineValuesOfOffersWinOverTheOnesForPeople() throws Exception {
        Collected read = Collected.ofFixture("offers.xml");
        Offer poles = read.all(Offer.class).getFirst();
        assertThat(poles.productId()).isEqualTo("a1");
        assertThat(poles.characteristicId()).isEqualTo("k1");
        assertThat(poles.properties()).containsExactly(new PropertyRef("p-box", "21.6"));
        assertThat(poles.characteristics()).isEmpty();
        assertThat(poles.described()).isTrue();
        assertThat(poles.hasPrices()).isFalse();
        Offer cap = read.all(Offer.class).get(1);
        assertThat(cap.characteristicId()).isNull();
        assertThat(cap.deleted()).isTrue();
        assertThat(cap.characteristics())
                .containsExactly(new NameValue("Вес", "1250.5"), new NameValue("Размер", "42, 44"));
        assertThat(read.only(Malformed.class).reason()).isEqualTo(RowProblem.NO_ID);
    }

    @Test
    void pricesAreReadAsPeopleTypeThem() throws Exception {
        Collected read = Collected.ofFixture("prices.xml");
        assertThat(read.all(Offer.class).getFirst().prices())
                .extracting(Price::typeId, Price::amount, Price::currency)
                .containsExactly(
                        tuple("t-1", new BigDecimal("6990"), "RUB"),
                        tuple("t-2", new BigDecimal("1012.50"), "RUB"),
                        tuple("t-3", new BigDecimal("1012.5"), "RUB"),
                        tuple("t-4", null, "RUB"),
                        tuple("t-5", new BigDecimal("99.9"), "EUR"));
        assertThat(read.all(Malformed.class))
                .extracting(Malformed::kind, Malformed::id, Malformed::reason, Malformed::detail)
                .containsExactly(
                        tuple(CommerceMlKind.PRICES, "a1#k1", RowProblem.PRICE_NOT_A_NUMBER, "по запросу"),
                        tuple(CommerceMlKind.PRICES, "a1#k1", RowProblem.PRICE_NEGATIVE, "-5"),
                        tuple(CommerceMlKind.PRICES, "a1#k1", RowProblem.NO_PRICE_TYPE, "10"),
                        tuple(CommerceMlKind.PRICES, "a1#k1", RowProblem.NUMBER_TOO_LARGE, "1234567890123456789012"));
        assertThat(read.positions.get(1).line()).isEqualTo(13);
        Offer empty = read.all(Offer.class).get(1);
        assertThat(empty.hasPrices()).isTrue();
        assertThat(empty.prices()).isEmpty();
        assertThat(read.sections.getFirst().kind()).isEqualTo(CommerceMlKind.PRICES);
    }

    @Test
    void stockKeepsItsFractionsAndItsWarehouses() throws Exception {
        Collected read = Collected.ofFixture("rests.xml");
        assertThat(read.all(Offer.class))
                .extracting(Offer::rests)
                .containsExactly(
                        List.of(new Rest("w-1", new BigDecimal("0")), new Rest("w-2", new BigDecimal("12.750"))),
                        List.of(new Rest(null, new BigDecimal("7"))),
                        List.of(new Rest("w-1", new BigDecimal("4"))));
        assertThat(read.only(Malformed.class).reason()).isEqualTo(RowProblem.QUANTITY_NOT_A_NUMBER);
        assertThat(read.all(Offer.class))
                .allSatisfy(offer -> assertThat(offer.described()).isFalse());
    }

    @Test
    void anOldCatalogueHoldsClassifierAndGoodsTogether() throws Exception {
        Collected read = Collected.ofFixture("import0_1.xml");
        assertThat(read.header()).isEqualTo(new Header("2.05", "2014-05-06T10:20:30", "", "windows-1251", null));
        assertThat(read.sections)
                .extracting(Section::kind, Section::catalogId, Section::onlyChanges)
                .containsExactly(
                        tuple(CommerceMlKind.GROUPS, "k-1", false),
                        tuple(CommerceMlKind.PROPERTIES_GOODS, "k-1", false),
                        tuple(CommerceMlKind.GOODS, "c-1", false));
        assertThat(read.all(PropertyValue.class)).containsExactly(new PropertyValue("p-1", "v-1", "22 см"));
        assertThat(read.all(Property.class).getLast())
                .isEqualTo(new Property("p-1", "Диаметр", ValueType.DICTIONARY, true, false));
        Goods ball = read.all(Goods.class).getFirst();
        assertThat(ball.unitCode()).isEqualTo("796");
        assertThat(ball.vatRate()).isEqualTo("10");
        assertThat(ball.weight()).isEqualByComparingTo("0.43");
        assertThat(read.all(Goods.class).get(1).deleted()).isTrue();
    }

    @Test
    void oldOffersHoldDictionariesPricesAndStockTogether() throws Exception {
        Collected read = Collected.ofFixture("offers0_1.xml");
        assertThat(read.only(PriceType.class)).isEqualTo(new PriceType("t-1", "Розничная", "RUB", false, false));
        assertThat(read.only(Warehouse.class).id()).isEqualTo("w-1");
        Offer ball = read.all(Offer.class).getFirst();
        assertThat(ball.prices())
                .containsExactly(
                        new Price("t-1", new BigDecimal("1500.00"), "RUB", "шт", new BigDecimal("2"), "1500.00"));
        assertThat(read.all(Offer.class))
                .extracting(Offer::rests)
                .containsExactly(
                        List.of(new Rest("w-1", new BigDecimal("9"))),
                        List.of(new Rest(null, new BigDecimal("3.5"))),
                        List.of(new Rest("w-1", new BigDecimal("6"))));
    }

    @Test
    void namespacesAndPrefixesDoNotMatter() throws Exception {
        Collected read = Collected.of("<c:КоммерческаяИнформация xmlns:c='urn:1C.ru:commerceml_210'><c:Каталог>"
                + "<c:Товары><c:Товар><c:Ид>1</c:Ид></c:Товар></c:Товары></c:Каталог></c:КоммерческаяИнформация>");
        assertThat(read.only(Goods.class).id()).isEqualTo("1");
        assertThat(read.header().namespace()).isEqualTo("urn:1C.ru:commerceml_210");
    }

    @Test
    void overlongNamesAreMalformedRows() throws Exception {
        Collected read = Collected.of(SomeXml.catalogue("<Товар><Ид>1</Ид><Наименование>" + "я".repeat(5_000)
                + "</Наименование></Товар><Товар><Ид>2</Ид></Товар>"));
        assertThat(read.only(Malformed.class).reason()).isEqualTo(RowProblem.TOO_LONG);
        assertThat(read.only(Malformed.class).detail()).hasSize(200);
        assertThat(read.only(Goods.class).id()).isEqualTo("2");
    }

    @Test
    void unknownElementsArePassedOver() throws Exception {
        Collected read = Collected.of(SomeXml.offers(
                "<Предложение><Новое><Ид>x</Ид><Цены><Цена/></Цены></Новое>" + "<Ид>1</Ид></Предложение><Прочее/>"));
        Offer offer = read.only(Offer.class);
        assertThat(offer.id()).isEqualTo("1");
        assertThat(offer.hasPrices()).isFalse();
    }
}
