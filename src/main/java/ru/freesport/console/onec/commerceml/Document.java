package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRefused.Reason;
import ru.freesport.console.onec.commerceml.Section.Type;

/** Walks through a whole file: the root, its catalogue, package and classifier, and the lists of rows in them. */
final class Document {

    private static final String ROOT = "КоммерческаяИнформация";

    private final Rows rows;
    private final XmlCursor xml;

    Document(Rows rows) {
        this.rows = rows;
        this.xml = rows.xml;
    }

    void read(RecordSink sink, DecodedText text) throws Exception {
        xml.root();
        if (!xml.name().equals(ROOT)) {
            throw xml.refusal(Reason.OTHER_KIND, "the root element is " + xml.name());
        }
        sink.header(Header.of(xml, text));
        boolean known = false;
        String other = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Каталог" -> known = section(Type.CATALOGUE, false);
                case "Классификатор" -> known = section(Type.CLASSIFIER, false);
                case "ПакетПредложений" -> known = section(Type.OFFERS_PACKAGE, false);
                case "ИзмененияПакетаПредложений", "ИзмененияПакетПредложений" ->
                    known = section(Type.OFFERS_PACKAGE, true);
                case "Контрагенты" -> known = counterparties();
                default -> {
                    other = xml.name();
                    xml.skip();
                }
            }
        }
        xml.end();
        if (!known) {
            throw xml.refusal(
                    Reason.OTHER_KIND,
                    other == null ? CommerceMlRefused.NOTHING : "it holds " + other + ", no catalogue");
        }
    }

    private boolean section(Type type, boolean changesByName) throws Exception {
        String told = xml.attribute("СодержитТолькоИзменения");
        boolean onlyChanges = told == null ? changesByName : Values.isTrue(told);
        String id = null;
        String catalogId = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.word();
                case "ИдКаталога" -> catalogId = xml.word();
                case "СодержитТолькоИзменения" -> onlyChanges |= xml.flag();
                default -> {
                    CommerceMlKind kind = listOf(xml.name());
                    if (kind == null) {
                        xml.skip();
                    } else {
                        String owner = catalogId == null && type != Type.OFFERS_PACKAGE ? id : catalogId;
                        rows.section(new Section(type, kind, id, owner, onlyChanges));
                        list(kind);
                    }
                }
            }
        }
        return true;
    }

    /** They stand right under the root. Absence of one means nothing, whatever the file says of itself. */
    private boolean counterparties() throws Exception {
        rows.section(new Section(Type.COUNTERPARTIES, CommerceMlKind.CONTRAGENTS, null, null, true));
        list(CommerceMlKind.CONTRAGENTS);
        return true;
    }

    private @Nullable CommerceMlKind listOf(String element) {
        return switch (element) {
            case "Товары" -> CommerceMlKind.GOODS;
            case "Предложения" ->
                switch (rows.kind) {
                    case PRICES, RESTS -> rows.kind;
                    default -> CommerceMlKind.OFFERS;
                };
            case "Группы" -> CommerceMlKind.GROUPS;
            case "Свойства" ->
                rows.kind == CommerceMlKind.PROPERTIES_OFFERS
                        ? CommerceMlKind.PROPERTIES_OFFERS
                        : CommerceMlKind.PROPERTIES_GOODS;
            case "ЕдиницыИзмерения" -> CommerceMlKind.UNITS;
            case "ТипыЦен" -> CommerceMlKind.PRICE_LISTS;
            case "Склады" -> CommerceMlKind.STORAGES;
            case "Контрагенты" -> CommerceMlKind.CONTRAGENTS;
            default -> null;
        };
    }

    private void list(CommerceMlKind kind) throws Exception {
        while (xml.child()) {
            if (!row(kind)) {
                xml.skip();
            }
        }
    }

    private boolean row(CommerceMlKind kind) throws Exception {
        String element = xml.name();
        switch (kind) {
            case GOODS -> {
                if (!element.equals("Товар")) {
                    return false;
                }
                GoodsRow.read(rows);
            }
            case OFFERS, PRICES, RESTS -> {
                if (!element.equals("Предложение")) {
                    return false;
                }
                OfferRow.read(rows);
            }
            case GROUPS -> {
                if (!element.equals("Группа")) {
                    return false;
                }
                GroupRow.read(rows, null);
            }
            case PROPERTIES_GOODS, PROPERTIES_OFFERS -> {
                // schema 2.03 calls them by what they belong to
                if (!element.equals("Свойство") && !element.equals("СвойствоНоменклатуры")) {
                    return false;
                }
                PropertyRow.read(rows);
            }
            case UNITS -> {
                if (!element.equals("ЕдиницаИзмерения")) {
                    return false;
                }
                DictionaryRow.unit(rows);
            }
            case PRICE_LISTS -> {
                if (!element.equals("ТипЦены")) {
                    return false;
                }
                DictionaryRow.priceType(rows);
            }
            case STORAGES -> {
                if (!element.equals("Склад")) {
                    return false;
                }
                DictionaryRow.warehouse(rows);
            }
            case CONTRAGENTS -> {
                if (!element.equals("Контрагент")) {
                    return false;
                }
                CounterpartyRow.read(rows);
            }
        }
        return true;
    }

    /** Reads one element that was cut out of such a list. */
    static void fragment(Rows rows, @Nullable String parentId) throws Exception {
        rows.xml.root();
        switch (rows.xml.name()) {
            case "Товар" -> GoodsRow.read(rows);
            case "Предложение" -> OfferRow.read(rows);
            case "Группа" -> GroupRow.read(rows, parentId);
            case "Свойство", "СвойствоНоменклатуры" -> PropertyRow.read(rows);
            case "ЕдиницаИзмерения" -> DictionaryRow.unit(rows);
            case "ТипЦены" -> DictionaryRow.priceType(rows);
            case "Склад" -> DictionaryRow.warehouse(rows);
            case "Контрагент" -> CounterpartyRow.read(rows);
            default -> {
                if (parentId == null) {
                    throw rows.xml.refusal(Reason.OTHER_KIND, "the element is " + rows.xml.name());
                }
                PropertyRow.value(rows, parentId);
            }
        }
        rows.xml.end();
    }
}
