package ru.freesport.console.simulator.onec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

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
        return descendants(root(xml), "Документ").map(OrderDocuments::document).toList();
    }

    /** Every Контрагент right under Контрагенты under the root. */
    static List<SimulatedCustomer> customers(byte[] xml) {
        return child(root(xml), "Контрагенты").stream()
                .flatMap(all -> children(all, "Контрагент"))
                .map(OrderDocuments::customer)
                .toList();
    }

    private static SimulatedCustomer customer(Element customer) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String element : CUSTOMER) {
            child(customer, element).map(Node::getTextContent).ifPresent(text -> values.put(element, text.strip()));
        }
        for (String element : List.of(SimulatedCustomer.REGISTERED, SimulatedCustomer.ADDRESS)) {
            child(customer, element).ifPresent(address -> values.put(element, text(address, "Представление")));
        }
        child(customer, "Контакты").ifPresent(contacts -> {
            put(values, SimulatedCustomer.PHONE, contacts, "Телефон");
            put(values, SimulatedCustomer.EMAIL, contacts, "почта");
        });
        String version = text(customer, "НомерВерсии");
        return new SimulatedCustomer(
                text(customer, "Ид"), version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0, values, null);
    }

    private static void put(Map<String, String> values, String name, Element contacts, String word) {
        String all = children(contacts, "Контакт")
                .filter(contact -> text(contact, "Тип").contains(word))
                .map(contact -> text(contact, "Значение"))
                .collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            values.put(name, all);
        }
    }

    private static OrderDocument document(Element document) {
        List<BigDecimal> lines = new ArrayList<>();
        child(document, "Товары")
                .ifPresent(rows -> children(rows, "Товар")
                        .forEach(row -> lines.add(number(text(row, "Сумма")).orElse(BigDecimal.ZERO))));
        Map<String, String> requisites = new LinkedHashMap<>();
        child(document, "ЗначенияРеквизитов")
                .ifPresent(values -> children(values, "ЗначениеРеквизита")
                        .forEach(value -> requisites.put(text(value, "Наименование"), text(value, "Значение"))));
        Optional<String> vatIncluded = child(document, "Налоги")
                .flatMap(taxes -> child(taxes, "Налог"))
                .flatMap(tax -> child(tax, "УчтеноВСумме"))
                .map(Element::getTextContent);
        return new OrderDocument(
                text(document, "Ид"),
                text(document, "Номер"),
                number(text(document, "Сумма")),
                lines,
                vatIncluded,
                requisites);
    }

    private static Element root(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            if (!"КоммерческаяИнформация".equals(root.getLocalName())) {
                throw new IllegalArgumentException("Это не CommerceML: корень " + root.getNodeName());
            }
            return root;
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalArgumentException("XML не читается: " + broken.getMessage(), broken);
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(Node::getTextContent).map(String::strip).orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return Optional.ofNullable(next(parent.getFirstChild(), name));
    }

    private static Stream<Element> children(Element parent, String name) {
        return Stream.iterate(
                next(parent.getFirstChild(), name), Objects::nonNull, one -> next(one.getNextSibling(), name));
    }

    /** From this node on, the first of its siblings that has the name. */
    private static @Nullable Element next(@Nullable Node from, String name) {
        Node node = from;
        while (node != null && !(node instanceof Element element && name.equals(element.getLocalName()))) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }

    private static Stream<Element> descendants(Element root, String name) {
        var found = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
