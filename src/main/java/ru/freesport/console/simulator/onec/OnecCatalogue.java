package ru.freesport.console.simulator.onec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.freesport.console.simulator.onec.GoodsBook.Good;
import ru.freesport.console.simulator.onec.GoodsBook.Offer;
import ru.freesport.console.simulator.onec.GoodsBook.Wanted;

/** Writes the goods of the simulated 1C as CommerceML, with the price types and warehouses of the real shop. */
final class OnecCatalogue {

    private static final String CATALOGUE = "916c4658-6e57-4468-91e7-60d53e352890";
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZONE);
    private static final String VAT = "22";
    private static final BigDecimal STEP = new BigDecimal("0.94");
    /** From the lowest price to the highest, so that the ladder holds. */
    private static final Map<String, String> PRICE_TYPES = priceTypes();

    private static final Map<String, String> WAREHOUSES = Map.of(
            "8f06f4f1-b3f0-11ea-81c3-00155d3cae02", "1 СДВ склад",
            "b41f7acc-58e5-11f0-90b3-fa163ea88911", "2 ТЛВ склад");

    private final GoodsBook book;
    private final Clock clock;

    OnecCatalogue(GoodsBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The whole catalogue as the files of one exchange, in the order 1C sends them. */
    Map<String, byte[]> files() {
        Instant now = clock.instant();
        List<Good> goods = book.goods(Wanted.ALL);
        List<Offer> offers = book.offers(Wanted.ALL);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("priceLists_1.xml", head(now) + classifier(priceLists()) + Xml.TAIL);
        files.put("storages_1.xml", head(now) + classifier(storages()) + Xml.TAIL);
        files.put("goods_1.xml", goodsDocument(goods, now, true));
        files.put("offers_1.xml", offersDocument(offers, now, true));
        files.put("prices_1.xml", pricesDocument(offers, now, false));
        files.put("rests_1.xml", stockDocument(offers, now, false));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    String goodsDocument(List<Good> page, Instant now, boolean first) {
        StringBuilder xml = new StringBuilder(head(now))
                .append("\t<Каталог СодержитТолькоИзменения=\"true\">\n")
                .append(Xml.element(2, "Ид", CATALOGUE))
                .append(Xml.element(2, "ИдКлассификатора", CATALOGUE))
                .append(Xml.element(2, "Наименование", "Товары 1С"))
                .append("\t\t<Товары>\n");
        for (Good good : page) {
            xml.append("\t\t\t<Товар>\n")
                    .append(Xml.element(4, "Ид", good.id()))
                    .append(Xml.element(4, "ПометкаУдаления", "false"))
                    .append(Xml.element(4, "Артикул", good.article()))
                    .append(Xml.element(4, "Наименование", good.name()))
                    .append(Xml.element(4, "БазоваяЕдиница", "796"))
                    .append("\t\t\t\t<СтавкиНалогов>\n\t\t\t\t\t<СтавкаНалога>\n")
                    .append(Xml.element(6, "Наименование", "НДС"))
                    .append(Xml.element(6, "Ставка", VAT))
                    .append("\t\t\t\t\t</СтавкаНалога>\n\t\t\t\t</СтавкиНалогов>\n\t\t\t</Товар>\n");
        }
        return xml.append("\t\t</Товары>\n\t</Каталог>\n").append(Xml.TAIL).toString();
    }

    String offersDocument(List<Offer> page, Instant now, boolean first) {
        return offersPackage(page, now, "", offer -> Xml.element(4, "Наименование", offer.name()));
    }

    /** The first page carries the price types too: a price of an unknown type would be held. */
    String pricesDocument(List<Offer> page, Instant now, boolean first) {
        return offersPackage(
                page, now, first && !page.isEmpty() ? classifier(priceLists()) : "", OnecCatalogue::prices);
    }

    /** The first page carries the warehouses too: stock of an unknown one would be held. */
    String stockDocument(List<Offer> page, Instant now, boolean first) {
        return offersPackage(page, now, first && !page.isEmpty() ? classifier(storages()) : "", OnecCatalogue::rests);
    }

    private static String offersPackage(
            List<Offer> page, Instant now, String before, java.util.function.Function<Offer, String> inside) {
        StringBuilder xml = new StringBuilder(head(now))
                .append(before)
                .append("\t<ПакетПредложений СодержитТолькоИзменения=\"true\">\n")
                .append(Xml.element(2, "Ид", "#" + CATALOGUE))
                .append(Xml.element(2, "ИдКаталога", CATALOGUE))
                .append(Xml.element(2, "ИдКлассификатора", CATALOGUE))
                .append("\t\t<Предложения>\n");
        for (Offer offer : page) {
            xml.append("\t\t\t<Предложение>\n")
                    .append(Xml.element(4, "Ид", offer.id()))
                    .append(inside.apply(offer))
                    .append("\t\t\t</Предложение>\n");
        }
        return xml.append("\t\t</Предложения>\n\t</ПакетПредложений>\n")
                .append(Xml.TAIL)
                .toString();
    }

    private static String prices(Offer offer) {
        StringBuilder xml = new StringBuilder("\t\t\t\t<Цены>\n");
        List<String> types = new ArrayList<>(PRICE_TYPES.keySet());
        for (int type = 0; type < types.size(); type++) {
            BigDecimal price = offer.retail()
                    .multiply(STEP.pow(types.size() - 1 - type))
                    .setScale(0, java.math.RoundingMode.HALF_UP);
            xml.append("\t\t\t\t\t<Цена>\n")
                    .append(Xml.element(6, "ИдТипаЦены", types.get(type)))
                    .append(Xml.element(6, "ЦенаЗаЕдиницу", price.toPlainString()))
                    .append(Xml.element(6, "Валюта", "руб"))
                    .append("\t\t\t\t\t</Цена>\n");
        }
        return xml.append("\t\t\t\t</Цены>\n").toString();
    }

    private static String rests(Offer offer) {
        StringBuilder xml = new StringBuilder("\t\t\t\t<Остатки>\n");
        WAREHOUSES.keySet().stream()
                .sorted()
                .forEach(warehouse -> xml.append("\t\t\t\t\t<Остаток>\n\t\t\t\t\t\t<Склад>\n")
                        .append(Xml.element(7, "Ид", warehouse))
                        .append(Xml.element(7, "Количество", Integer.toString(offer.stock())))
                        .append("\t\t\t\t\t\t</Склад>\n\t\t\t\t\t</Остаток>\n"));
        return xml.append("\t\t\t\t</Остатки>\n").toString();
    }

    private static String head(Instant now) {
        return Xml.head("3.1", STAMP.format(now));
    }

    private static String classifier(String inside) {
        return "\t<Классификатор СодержитТолькоИзменения=\"true\">\n" + Xml.element(2, "Ид", CATALOGUE)
                + Xml.element(2, "Наименование", "Товары 1С") + inside + "\t</Классификатор>\n";
    }

    private static String priceLists() {
        StringBuilder xml = new StringBuilder("\t\t<ТипыЦен>\n");
        PRICE_TYPES.forEach((id, name) -> xml.append("\t\t\t<ТипЦены>\n")
                .append(Xml.element(4, "Ид", id))
                .append(Xml.element(4, "ПометкаУдаления", "false"))
                .append(Xml.element(4, "Наименование", name))
                .append(Xml.element(4, "Валюта", "RUB"))
                .append("\t\t\t</ТипЦены>\n"));
        return xml.append("\t\t</ТипыЦен>\n").toString();
    }

    private static String storages() {
        StringBuilder xml = new StringBuilder("\t\t<Склады>\n");
        WAREHOUSES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(warehouse -> xml.append("\t\t\t<Склад>\n")
                        .append(Xml.element(4, "Ид", warehouse.getKey()))
                        .append(Xml.element(4, "ПометкаУдаления", "false"))
                        .append(Xml.element(4, "Наименование", warehouse.getValue()))
                        .append("\t\t\t</Склад>\n"));
        return xml.append("\t\t</Склады>\n").toString();
    }

    private static Map<String, String> priceTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("90d2c899-b3f2-11ea-81c3-00155d3cae02", "Опт 1 (300-600 тыс.руб в квартал)");
        types.put("a91bdb02-b3f2-11ea-81c3-00155d3cae02", "Опт 2 (150-300 тыс.руб в квартал)");
        types.put("c05f0e2b-b3f2-11ea-81c3-00155d3cae02", "Опт 3 (50-150 тыс.руб в квартал)");
        types.put("b86fb8c5-ea2d-11eb-81f3-00155d3cae02", "Тренерская");
        types.put("37c47a93-e1b8-11ec-a301-04421a23d8e8", "МРЦ");
        types.put("3d1482c4-bd77-11e4-afc8-20cf3073dde3", "РРЦ");
        return types;
    }
}
