package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PriceType;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Unit;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Warehouse;

/** Reads one row of the small dictionaries: units, price types, warehouses. */
final class DictionaryRow {

    private DictionaryRow() {}

    static void unit(Rows rows) throws Exception {
        XmlCursor xml = rows.xml;
        Position opened = rows.open();
        boolean deleted = xml.markedAsDeleted();
        String id = null;
        String code = null;
        String shortName = null;
        String fullName = null;
        String international = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.raw();
                case "Код" -> code = xml.raw();
                case "ПометкаУдаления" -> deleted |= xml.flag();
                case "НаименованиеКраткое" -> shortName = xml.raw();
                case "НаименованиеПолное" -> fullName = xml.raw();
                case "МеждународноеСокращение" -> international = xml.raw();
                default -> xml.skip();
            }
        }
        code = code == null ? id : code;
        if (code == null) {
            rows.refuse(
                    opened,
                    CommerceMlKind.UNITS,
                    null,
                    RowProblem.BLANK_UNIT_CODE,
                    shortName == null ? fullName : shortName);
        } else if (!Lengths.word(code) || !Lengths.id(id) || !Lengths.name(fullName)) {
            rows.refuse(opened, CommerceMlKind.UNITS, id, RowProblem.TOO_LONG, fullName);
        } else {
            Unit unit = new Unit(id == null ? code : id, code, shortName, fullName, international, deleted);
            rows.emit(unit, opened, id);
        }
    }

    static void priceType(Rows rows) throws Exception {
        XmlCursor xml = rows.xml;
        Position opened = rows.open();
        boolean deleted = xml.markedAsDeleted();
        String id = null;
        String name = null;
        String currency = null;
        Boolean vatIncluded = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "Наименование" -> name = xml.text();
                case "Валюта" -> currency = Values.currency(xml.word());
                case "ПометкаУдаления" -> deleted |= xml.flag();
                case "Налог" -> vatIncluded = vatIncluded(xml, vatIncluded);
                default -> xml.skip();
            }
        }
        if (refused(rows, opened, CommerceMlKind.PRICE_LISTS, id, name)) {
            return;
        }
        rows.emit(new PriceType(id, name, currency, vatIncluded, deleted), opened, id);
    }

    static void warehouse(Rows rows) throws Exception {
        XmlCursor xml = rows.xml;
        Position opened = rows.open();
        boolean deleted = xml.markedAsDeleted();
        String id = null;
        String name = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "Наименование" -> name = xml.text();
                case "ПометкаУдаления" -> deleted |= xml.flag();
                default -> xml.skip();
            }
        }
        if (refused(rows, opened, CommerceMlKind.STORAGES, id, name)) {
            return;
        }
        rows.emit(new Warehouse(id, name, deleted), opened, id);
    }

    private static boolean refused(
            Rows rows, Position opened, CommerceMlKind kind, @Nullable String id, @Nullable String name)
            throws Exception {
        if (id == null) {
            rows.refuse(opened, kind, null, RowProblem.NO_ID, name);
            return true;
        }
        if (!Lengths.id(id) || !Lengths.name(name)) {
            rows.refuse(opened, kind, id, RowProblem.TOO_LONG, Lengths.id(id) ? name : id);
            return true;
        }
        return false;
    }

    private static @Nullable Boolean vatIncluded(XmlCursor xml, @Nullable Boolean known) throws Exception {
        String tax = null;
        Boolean included = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Наименование" -> tax = xml.word();
                case "УчтеноВСумме" -> included = xml.flag();
                default -> xml.skip();
            }
        }
        return tax == null || tax.equalsIgnoreCase("НДС") ? included : known;
    }
}
