package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Goods;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.NameValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyRef;

/** Reads one Товар. */
final class GoodsRow {

    private static final String BRAND = "Бренд";

    private final Rows rows;
    private final XmlCursor xml;

    private @Nullable String id;
    private @Nullable String version;
    private @Nullable String barcode;
    private @Nullable String article;
    private @Nullable String name;
    private @Nullable String unit;
    private @Nullable String description;
    private @Nullable String country;
    private @Nullable String manufacturerId;
    private @Nullable String manufacturerName;
    private @Nullable String vatRate;
    private @Nullable BigDecimal weight;
    private @Nullable BigDecimal width;
    private @Nullable BigDecimal length;
    private @Nullable BigDecimal height;
    private List<String> groups = List.of();
    private List<String> pictures = List.of();
    private List<PropertyRef> properties = List.of();
    private List<NameValue> requisites = List.of();

    private GoodsRow(Rows rows) {
        this.rows = rows;
        this.xml = rows.xml;
    }

    static void read(Rows rows) throws Exception {
        new GoodsRow(rows).read();
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
                case "Группы" -> groups = groups();
                case "Описание" -> description = xml.text();
                case "Картинка" -> picture();
                case "Страна" -> country = xml.word();
                case "Изготовитель" -> manufacturer();
                case "ЗначенияСвойств" -> properties = PropertySection.values(rows, CommerceMlKind.GOODS);
                case "СтавкиНалогов" -> taxes();
                case "ЗначенияРеквизитов" -> requisites = PropertySection.pairs(rows, CommerceMlKind.GOODS, false);
                case "Вес" -> weight = size("Вес");
                case "Ширина" -> width = size("Ширина");
                case "Длина" -> length = size("Длина");
                case "Высота" -> height = size("Высота");
                default -> xml.skip();
            }
        }
        if (weight == null && !requisites.isEmpty()) {
            weightOfRequisites();
        }
        if (id == null) {
            rows.refuse(opened, CommerceMlKind.GOODS, null, RowProblem.NO_ID, name);
        } else if (tooLong(id) instanceof String text) {
            rows.refuse(opened, CommerceMlKind.GOODS, id, RowProblem.TOO_LONG, text);
        } else {
            rows.emit(goods(id, deleted), opened, id);
        }
    }

    private Goods goods(String id, boolean deleted) {
        return new Goods(
                id,
                version,
                deleted,
                barcode,
                article,
                name,
                unit,
                groups,
                description,
                pictures,
                country,
                manufacturerId,
                manufacturerName,
                properties,
                brand(),
                vatRate,
                requisites,
                weight,
                width,
                length,
                height);
    }

    private @Nullable String tooLong(String id) {
        if (!Lengths.id(id)) {
            return id;
        }
        if (!Lengths.name(name)) {
            return name;
        }
        if (!Lengths.word(article)) {
            return article;
        }
        if (!Lengths.word(barcode)) {
            return barcode;
        }
        return Lengths.word(unit) ? null : unit;
    }

    private @Nullable String brand() {
        for (PropertyRef property : properties) {
            if (property.id().equals(BRAND)) {
                return shortBrand(property.value());
            }
        }
        return shortBrand(PropertySection.valueOf(requisites, BRAND));
    }

    private @Nullable String shortBrand(@Nullable String brand) {
        return brand == null || fits(Lengths.word(brand), brand) ? brand : null;
    }

    private List<String> groups() throws Exception {
        List<String> ids = new ArrayList<>(1);
        while (xml.child()) {
            if (xml.name().equals("Ид")) {
                String group = xml.word();
                if (group != null && fits(Lengths.id(group), group)) {
                    ids.add(group);
                }
            } else {
                xml.skip();
            }
        }
        return ids;
    }

    private void picture() throws Exception {
        String path = xml.text();
        if (path != null && fits(Lengths.path(path), path)) {
            if (pictures.isEmpty()) {
                pictures = new ArrayList<>();
            }
            pictures.add(path);
        }
    }

    private void manufacturer() throws Exception {
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> manufacturerId = xml.word();
                case "Наименование" -> manufacturerName = xml.text();
                default -> xml.skip();
            }
        }
    }

    private void taxes() throws Exception {
        while (xml.child()) {
            String tax = null;
            String rate = null;
            while (xml.child()) {
                switch (xml.name()) {
                    case "Наименование" -> tax = xml.word();
                    case "Ставка" -> rate = xml.word();
                    default -> xml.skip();
                }
            }
            if (tax == null || tax.equalsIgnoreCase("НДС")) {
                vatRate = Values.vatRate(rate);
            }
        }
    }

    /** Schema 2.0x tells the weight among the requisites. */
    private void weightOfRequisites() {
        String text = PropertySection.valueOf(requisites, "Вес");
        if (text == null) {
            return;
        }
        try {
            BigDecimal told = Most.SIZE.of(Values.number(text.toCharArray(), 0, text.length()));
            weight = told == null || told.signum() <= 0 ? null : told;
        } catch (NotANumber wrong) {
            rows.problem(CommerceMlKind.GOODS, sizeProblem(wrong), "Вес: " + text);
        }
    }

    /** A size of zero is how 1C says that nobody has measured. */
    private @Nullable BigDecimal size(String element) throws Exception {
        try {
            BigDecimal size = Most.SIZE.of(xml.number());
            return size == null || size.signum() <= 0 ? null : size;
        } catch (NotANumber wrong) {
            rows.problem(CommerceMlKind.GOODS, sizeProblem(wrong), element + ": " + xml.lastText());
            return null;
        }
    }

    private static RowProblem sizeProblem(NotANumber wrong) {
        return wrong.tooLarge ? RowProblem.NUMBER_TOO_LARGE : RowProblem.SIZE_NOT_A_NUMBER;
    }

    /** Notes a part that is too long; the product is taken without it. */
    private boolean fits(boolean isShort, String text) {
        if (!isShort) {
            rows.problem(CommerceMlKind.GOODS, RowProblem.TOO_LONG, text);
        }
        return isShort;
    }
}
