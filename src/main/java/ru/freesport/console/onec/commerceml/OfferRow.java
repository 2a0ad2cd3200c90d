package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.NameValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Offer;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Price;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyRef;

/** Reads one Предложение, whichever of description, prices and rests it carries. */
final class OfferRow {

    private final Rows rows;
    private final XmlCursor xml;
    private final OfferStock stock;

    private @Nullable String id;
    private @Nullable String version;
    private @Nullable String barcode;
    private @Nullable String article;
    private @Nullable String name;
    private @Nullable String unit;
    private @Nullable List<PropertyRef> properties;
    private List<NameValue> characteristics = List.of();
    private boolean hasPrices;
    private List<Price> prices = List.of();

    private OfferRow(Rows rows) {
        this.rows = rows;
        this.xml = rows.xml;
        this.stock = new OfferStock(rows);
    }

    static void read(Rows rows) throws Exception {
        new OfferRow(rows).read();
    }

    private void read() throws Exception {
        Position opened = rows.open();
        boolean deleted = xml.markedAsDeleted();
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "НомерВерсии" -> version = xml.word();
                case "ПометкаУдаления" -> deleted |= xml.flag();
                case "Штрихкод" -> barcode = xml.text();
                case "Артикул" -> article = xml.text();
                case "Наименование" -> name = xml.text();
                case "БазоваяЕдиница" -> unit = PropertySection.unitCode(xml);
                case "ЗначенияСвойств" -> properties = PropertySection.values(rows, CommerceMlKind.OFFERS);
                case "ХарактеристикиТовара" -> characteristics();
                case "Цены" -> prices();
                default -> {
                    if (!stock.take()) {
                        xml.skip();
                    }
                }
            }
        }
        if (id == null || id.charAt(0) == '#') {
            rows.refuse(opened, kind(), null, RowProblem.NO_ID, name);
        } else if (tooLong(id) instanceof String text) {
            rows.refuse(opened, kind(), id, RowProblem.TOO_LONG, text);
        } else {
            rows.emit(offer(id, deleted), opened, id);
        }
    }

    private Offer offer(String id, boolean deleted) {
        int hash = id.indexOf('#');
        String characteristic = hash < 0 ? "" : id.substring(hash + 1);
        return new Offer(
                id,
                hash < 0 ? id : id.substring(0, hash),
                characteristic.isEmpty() ? null : characteristic,
                version,
                deleted,
                name != null,
                barcode,
                article,
                name,
                unit,
                properties == null ? List.of() : properties,
                properties == null ? characteristics : List.of(),
                hasPrices,
                prices,
                stock.given(),
                stock.rests());
    }

    private @Nullable String tooLong(String id) {
        if (id.length() > 200 || !Lengths.id(id.substring(id.indexOf('#') + 1))) {
            return id;
        }
        if (!Lengths.name(name)) {
            return name;
        }
        return Lengths.word(article) && Lengths.word(barcode) ? null : article;
    }

    private CommerceMlKind kind() {
        if (name != null) {
            return CommerceMlKind.OFFERS;
        }
        return hasPrices ? CommerceMlKind.PRICES : stock.given() ? CommerceMlKind.RESTS : CommerceMlKind.OFFERS;
    }

    /** Made for people: used only when the machine's own section has not come. */
    private void characteristics() throws Exception {
        if (properties == null) {
            characteristics = PropertySection.pairs(rows, CommerceMlKind.OFFERS, true);
        } else {
            xml.skip();
        }
    }

    private void prices() throws Exception {
        hasPrices = true;
        if (prices.isEmpty()) {
            prices = new ArrayList<>(6);
        }
        while (xml.child()) {
            if (xml.name().equals("Цена")) {
                price();
            } else {
                xml.skip();
            }
        }
    }

    private void price() throws Exception {
        long line = xml.line();
        String type = null;
        String currency = null;
        String priceUnit = null;
        BigDecimal amount = null;
        BigDecimal minQuantity = null;
        String text = null;
        RowProblem problem = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "ИдТипаЦены" -> type = xml.word();
                case "Валюта" -> currency = Values.currency(xml.word());
                case "Единица" -> priceUnit = xml.word();
                case "ЦенаЗаЕдиницу" -> {
                    try {
                        amount = Most.PRICE.of(xml.number());
                    } catch (NotANumber wrong) {
                        problem = wrong.tooLarge ? RowProblem.NUMBER_TOO_LARGE : RowProblem.PRICE_NOT_A_NUMBER;
                    }
                    text = xml.lastText();
                }
                case "МинКоличество" -> {
                    try {
                        minQuantity = xml.number();
                    } catch (NotANumber wrong) {
                        problem = RowProblem.QUANTITY_NOT_A_NUMBER;
                    }
                }
                default -> xml.skip();
            }
        }
        if (problem == null && type == null) {
            problem = RowProblem.NO_PRICE_TYPE;
        } else if (problem == null && amount != null && amount.signum() < 0) {
            problem = RowProblem.PRICE_NEGATIVE;
        } else if (problem == null && !Values.isCurrency(currency)) {
            problem = RowProblem.UNKNOWN_CURRENCY;
            text = text == null ? currency : text + " " + currency;
        } else if (problem == null && !(Lengths.id(type) && Lengths.word(priceUnit))) {
            problem = RowProblem.TOO_LONG;
        }
        if (problem != null || type == null) {
            rows.problem(CommerceMlKind.PRICES, problem == null ? RowProblem.NO_PRICE_TYPE : problem, text, line);
        } else {
            prices.add(new Price(type, amount, currency, priceUnit, minQuantity, text));
        }
    }
}
