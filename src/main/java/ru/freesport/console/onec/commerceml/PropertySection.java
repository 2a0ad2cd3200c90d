package ru.freesport.console.onec.commerceml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.NameValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyRef;

/** Reads the lists of pairs that hang on goods and offers, leaving out every pair whose value is not set. */
final class PropertySection {

    private PropertySection() {}

    /** ЗначенияСвойств: ids and machine values; a property may have several values. */
    static List<PropertyRef> values(Rows rows, CommerceMlKind kind) throws Exception {
        XmlCursor xml = rows.xml;
        List<PropertyRef> values = new ArrayList<>();
        while (xml.child()) {
            if (xml.name().equals("ЗначенияСвойства")) {
                value(rows, kind, values);
            } else {
                xml.skip();
            }
        }
        return values;
    }

    private static void value(Rows rows, CommerceMlKind kind, List<PropertyRef> values) throws Exception {
        XmlCursor xml = rows.xml;
        String id = null;
        String value = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.word();
                case "Значение", "ИдЗначения" -> {
                    if (id != null && value != null) {
                        values.add(new PropertyRef(id, value));
                    }
                    String next = xml.word();
                    value = next == null ? value : next;
                }
                default -> xml.skip();
            }
        }
        if (!Lengths.id(id)) {
            rows.problem(kind, RowProblem.TOO_LONG, id);
            values.removeIf(taken -> !Lengths.id(taken.id()));
        } else if (id != null && value != null) {
            values.add(new PropertyRef(id, value));
        }
    }

    /** ЗначенияРеквизитов and ХарактеристикиТовара: names and values. */
    static List<NameValue> pairs(Rows rows, CommerceMlKind kind, boolean shownToPeople) throws Exception {
        XmlCursor xml = rows.xml;
        List<NameValue> pairs = new ArrayList<>();
        while (xml.child()) {
            String name = null;
            String value = null;
            while (xml.child()) {
                switch (xml.name()) {
                    case "Наименование" -> name = xml.word();
                    case "Значение" -> value = xml.word();
                    default -> xml.skip();
                }
            }
            if (!Lengths.word(name)) {
                rows.problem(kind, RowProblem.TOO_LONG, name);
            } else if (name != null && value != null) {
                pairs.add(new NameValue(name, shownToPeople ? Values.plain(value) : value));
            }
        }
        return pairs;
    }

    static @Nullable String valueOf(List<NameValue> pairs, String name) {
        for (NameValue pair : pairs) {
            if (pair.name().equals(name)) {
                return pair.value();
            }
        }
        return null;
    }

    /** The code of a unit stands in an attribute in schema 2.0x and in the text itself in 3.1. */
    static @Nullable String unitCode(XmlCursor xml) throws Exception {
        String code = xml.attribute("Код");
        String text = xml.word();
        return code == null ? text : code;
    }
}
