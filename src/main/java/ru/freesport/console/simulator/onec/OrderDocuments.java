package ru.freesport.console.simulator.onec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads order documents and counterparties out of CommerceML. */
final class OrderDocuments {

    private static final List<String> CUSTOMER = List.of(
            "Наименование",
            "ОфициальноеНаименование",
            "ПолноеНаименование",
            "Фамилия",
            "Имя",
            "Отчество",
            "Роль",
            "ИНН",
            "КПП");

    private OrderDocuments() {}

    /** @throws IllegalArgumentException when it is not CommerceML that 1C can read */
    static List<OrderDocument> read(byte[] xml) {
        return root(xml).descendants("Документ").stream()
                .map(OrderDocuments::document)
                .toList();
    }

    /** Every Контрагент right under Контрагенты under the root. */
    static List<SimulatedCustomer> customers(byte[] xml) {
        return root(xml).child("Контрагенты").stream()
                .flatMap(all -> all.children("Контрагент"))
                .map(OrderDocuments::customer)
                .toList();
    }

    private static SimulatedCustomer customer(XmlElement customer) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String element : CUSTOMER) {
            customer.child(element).map(XmlElement::text).ifPresent(text -> values.put(element, text));
        }
        for (String element : List.of(SimulatedCustomer.REGISTERED, SimulatedCustomer.ADDRESS)) {
            customer.child(element).ifPresent(address -> values.put(element, address.text("Представление")));
        }
        customer.child("Контакты").ifPresent(contacts -> {
            put(values, SimulatedCustomer.PHONE, contacts, "Телефон");
            put(values, SimulatedCustomer.EMAIL, contacts, "почта");
        });
        String version = customer.text("НомерВерсии");
        return new SimulatedCustomer(
                customer.text("Ид"), version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0, values, null);
    }

    private static void put(Map<String, String> values, String name, XmlElement contacts, String word) {
        String all = contacts.children("Контакт")
                .filter(contact -> contact.text("Тип").contains(word))
                .map(contact -> contact.text("Значение"))
                .collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            values.put(name, all);
        }
    }

    private static OrderDocument document(XmlElement document) {
        List<BigDecimal> lines = new ArrayList<>();
        document.child("Товары")
                .ifPresent(rows -> rows.children("Товар")
                        .forEach(row -> lines.add(number(row.text("Сумма")).orElse(BigDecimal.ZERO))));
        Map<String, String> requisites = new LinkedHashMap<>();
        document.child("ЗначенияРеквизитов")
                .ifPresent(values -> values.children("ЗначениеРеквизита")
                        .forEach(value -> requisites.put(value.text("Наименование"), value.text("Значение"))));
        Optional<String> vatIncluded = document.child("Налоги")
                .flatMap(taxes -> taxes.child("Налог"))
                .flatMap(tax -> tax.child("УчтеноВСумме"))
                .map(XmlElement::text);
        return new OrderDocument(
                document.text("Ид"),
                document.text("Номер"),
                number(document.text("Сумма")),
                lines,
                vatIncluded,
                requisites);
    }

    private static XmlElement root(byte[] xml) {
        XmlElement root = XmlElement.read(xml);
        if (!"КоммерческаяИнформация".equals(root.name())) {
            throw new IllegalArgumentException("Это не CommerceML: корень " + root.name());
        }
        return root;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
