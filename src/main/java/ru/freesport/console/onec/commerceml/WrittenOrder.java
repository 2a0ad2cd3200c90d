package ru.freesport.console.onec.commerceml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An order read back from the bytes that were written of it: what 1C makes of them, nothing that only we know.
 *
 * @param vatIncluded Документ/Налоги/УчтеноВСумме, the only place where 1C looks; null when it is missing
 * @param organisation the requisite, by whose exact name 1C finds it
 */
public record WrittenOrder(
        String number,
        BigDecimal total,
        @Nullable Boolean vatIncluded,
        BigDecimal vat,
        @Nullable String organisation,
        @Nullable String warehouse,
        List<Row> rows) {

    /** @param rate as it is written, a number or words */
    public record Row(
            String name,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal sum,
            String rate,
            BigDecimal vat) {

        public boolean isSound() {
            return price.multiply(quantity).subtract(discount).compareTo(sum) == 0;
        }
    }

    /** What all rows come to. */
    public BigDecimal rowsTotal() {
        return rows.stream().map(Row::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param document of {@link OrderWriter}, with one order */
    public static WrittenOrder read(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document))
                    .getDocumentElement();
            return order(child(root, "Контейнер")
                    .flatMap(container -> child(container, "Документ"))
                    .orElseThrow(() -> new IllegalArgumentException("There is no order in the document")));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalArgumentException("The document cannot be read back", broken);
        }
    }

    private static WrittenOrder order(Element order) {
        Optional<Element> tax = tax(order);
        return new WrittenOrder(
                text(order, "Номер"),
                number(text(order, "Сумма")),
                tax.flatMap(one -> child(one, "УчтеноВСумме"))
                        .map(one -> Boolean.valueOf(one.getTextContent()))
                        .orElse(null),
                tax.map(one -> number(text(one, "Сумма"))).orElse(BigDecimal.ZERO),
                requisite(order, "Организация"),
                requisite(order, "Склад"),
                child(order, "Товары").stream()
                        .flatMap(rows -> children(rows, "Товар"))
                        .map(WrittenOrder::row)
                        .toList());
    }

    private static Row row(Element row) {
        BigDecimal discount = child(row, "Скидки").stream()
                .flatMap(all -> children(all, "Скидка"))
                .map(one -> number(text(one, "Сумма")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Element> tax = tax(row);
        return new Row(
                text(row, "Наименование"),
                number(text(row, "Количество")),
                number(text(row, "ЦенаЗаЕдиницу")),
                discount,
                number(text(row, "Сумма")),
                tax.map(one -> text(one, "Ставка")).orElse(""),
                tax.map(one -> number(text(one, "Сумма"))).orElse(BigDecimal.ZERO));
    }

    private static Optional<Element> tax(Element parent) {
        return child(parent, "Налоги").flatMap(taxes -> child(taxes, "Налог"));
    }

    private static @Nullable String requisite(Element order, String name) {
        return child(order, "ЗначенияРеквизитов").stream()
                .flatMap(all -> children(all, "ЗначениеРеквизита"))
                .filter(one -> name.equals(text(one, "Наименование")))
                .map(one -> text(one, "Значение"))
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** As it stands there: a space at an end is what a check may look for. */
    private static String text(Element parent, String name) {
        return child(parent, name).map(Node::getTextContent).orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node instanceof Element && name.equals(node.getLocalName()))
                .map(Element.class::cast);
    }
}
