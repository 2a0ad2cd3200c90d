package ru.freesport.console.simulator.onec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A counterparty as the simulated 1C has it.
 *
 * @param key Контрагент/Ид
 * @param version of the shop's document that was taken last; -1 when the shop never sent one
 * @param values simple elements by name; phones with commas
 * @param before what it was before the last change
 */
record SimulatedCustomer(
        String key,
        long version,
        Map<String, String> values,
        @Nullable Map<String, String> before) {

    static final String PHONE = "Телефон";
    static final String EMAIL = "Почта";
    static final String REGISTERED = "АдресРегистрации";
    static final String ADDRESS = "Адрес";

    /** The shop says something new; what it does not say stays. */
    SimulatedCustomer told(SimulatedCustomer document) {
        Map<String, String> now = new LinkedHashMap<>(values);
        now.putAll(document.values);
        return new SimulatedCustomer(key, document.version, now, values);
    }

    /** Somebody in 1C changes it. */
    SimulatedCustomer with(String element, String value) {
        Map<String, String> now = new LinkedHashMap<>(values);
        now.put(element, value);
        return new SimulatedCustomer(key, version, now, values);
    }

    /** 1C has its old values again. */
    SimulatedCustomer reverted() {
        if (before == null) {
            throw new IllegalArgumentException("1C has nothing older of " + key);
        }
        return new SimulatedCustomer(key, version, before, values);
    }

    String name() {
        return values.getOrDefault("Наименование", "");
    }

    String xml() {
        StringBuilder xml = new StringBuilder("\t\t<Контрагент>\n").append(Xml.element(3, "Ид", key));
        values.forEach((element, value) -> {
            if (element.equals(REGISTERED) || element.equals(ADDRESS)) {
                xml.append("\t\t\t<")
                        .append(element)
                        .append(">\n")
                        .append(Xml.element(4, "Представление", value))
                        .append("\t\t\t</")
                        .append(element)
                        .append(">\n");
            } else if (!element.equals(PHONE) && !element.equals(EMAIL)) {
                xml.append(Xml.element(3, element, value));
            }
        });
        xml.append("\t\t\t<Контакты>\n");
        contact(xml, "Телефон рабочий", values.get(PHONE));
        contact(xml, "Электронная почта", values.get(EMAIL));
        return xml.append("\t\t\t</Контакты>\n\t\t</Контрагент>\n").toString();
    }

    private static void contact(StringBuilder xml, String type, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            xml.append("\t\t\t\t<Контакт>\n")
                    .append(Xml.element(5, "Тип", type))
                    .append(Xml.element(5, "Значение", value))
                    .append("\t\t\t\t</Контакт>\n");
        }
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", key);
        shown.put("kind", "customer");
        shown.put("name", name());
        shown.put("version", version);
        return shown;
    }
}
