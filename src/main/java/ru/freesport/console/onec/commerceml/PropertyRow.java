package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Property;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.ValueType;

/** Reads one Свойство and hands out its values one by one: a dictionary may have a hundred thousand of them. */
final class PropertyRow {

    private final Rows rows;
    private final XmlCursor xml;

    private @Nullable String id;
    private @Nullable String name;
    private ValueType type = ValueType.OTHER;
    private boolean forOffers;
    private boolean deleted;
    private @Nullable Property handedOut;

    private PropertyRow(Rows rows) {
        this.rows = rows;
        this.xml = rows.xml;
        this.forOffers = rows.kind == CommerceMlKind.PROPERTIES_OFFERS;
    }

    static void read(Rows rows) throws Exception {
        new PropertyRow(rows).read();
    }

    private void read() throws Exception {
        Position opened = rows.open();
        deleted = xml.markedAsDeleted();
        fields(opened);
        if (id == null) {
            rows.refuse(opened, kind(), null, RowProblem.NO_ID, name);
        } else if (!Lengths.id(id) || !Lengths.propertyName(name)) {
            rows.refuse(opened, kind(), id, RowProblem.TOO_LONG, Lengths.id(id) ? name : id);
        } else if (name == null && !deleted) {
            rows.refuse(opened, kind(), id, RowProblem.NO_NAME, null);
        } else {
            Property property = new Property(id, name, type, forOffers, deleted);
            if (!property.equals(handedOut)) {
                rows.emit(property, opened, id);
            }
        }
    }

    private void fields(Position opened) throws Exception {
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "Наименование" -> name = xml.text();
                case "ПометкаУдаления" -> deleted |= xml.flag();
                case "ДляПредложений" -> forOffers |= xml.flag();
                case "ТипЗначений", "Тип" -> type = type(xml.word());
                // schema 2.03 wraps the type and the values once more
                case "ТипыЗначений" -> nested(opened);
                case "ВариантыЗначений" -> values(opened);
                default -> xml.skip();
            }
        }
    }

    private void nested(Position opened) throws Exception {
        while (xml.child()) {
            fields(opened);
        }
    }

    private void values(Position opened) throws Exception {
        String owner = id;
        if (owner != null && name != null && Lengths.id(owner) && Lengths.propertyName(name) && handedOut == null) {
            handedOut = new Property(owner, name, type, forOffers, deleted);
            rows.record(handedOut, new Position(opened.line(), opened.startChar(), xml.startOffset()));
        }
        while (xml.child()) {
            if (owner == null) {
                xml.skip();
            } else {
                value(rows, owner);
            }
        }
    }

    /** Reads one Справочник or ВариантЗначения of the property. */
    static void value(Rows rows, String propertyId) throws Exception {
        XmlCursor xml = rows.xml;
        Position opened = rows.open();
        String valueId = null;
        String value = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "ИдЗначения", "Ид" -> valueId = xml.word();
                case "Значение" -> value = xml.text();
                default -> xml.skip();
            }
        }
        CommerceMlKind kind = rows.kind == CommerceMlKind.PROPERTIES_OFFERS
                ? CommerceMlKind.PROPERTIES_OFFERS
                : CommerceMlKind.PROPERTIES_GOODS;
        if (valueId == null && value == null && !xml.isOverlong()) {
            return;
        }
        if (valueId == null) {
            rows.refuse(opened, kind, null, propertyId, RowProblem.NO_ID, value);
        } else if (!Lengths.id(valueId) || !Lengths.name(value)) {
            rows.refuse(opened, kind, null, propertyId, RowProblem.TOO_LONG, value);
        } else {
            rows.emit(new PropertyValue(propertyId, valueId, value), opened, valueId);
        }
    }

    private CommerceMlKind kind() {
        return forOffers ? CommerceMlKind.PROPERTIES_OFFERS : CommerceMlKind.PROPERTIES_GOODS;
    }

    private static ValueType type(@Nullable String text) {
        return switch (text) {
            case "Справочник" -> ValueType.DICTIONARY;
            case "Строка" -> ValueType.STRING;
            case "Число" -> ValueType.NUMBER;
            case "Время", "Дата" -> ValueType.DATE;
            case null, default -> ValueType.OTHER;
        };
    }
}
