package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.ReportedOrder;

/** Reads one Товар of an order document: what 1C is going to deliver of it. */
final class OrderDocumentLine {

    private static final String SERVICE = "Услуга";

    private OrderDocumentLine() {}

    /** False when the row cannot be read, so that the rows together say nothing. */
    static boolean read(XmlCursor xml, List<ReportedOrder.Line> into, OrderDocumentRow.Problems problems)
            throws Exception {
        String id = null;
        String name = null;
        BigDecimal quantity = null;
        BigDecimal sum = null;
        boolean isService = false;
        boolean isGone = xml.markedAsDeleted();
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "Наименование" -> name = xml.text();
                case "Количество" -> quantity = OrderDocumentRow.number(xml, problems);
                case "Сумма" -> sum = OrderDocumentRow.number(xml, problems);
                case "ПометкаУдаления" -> isGone |= xml.flag();
                case "ЗначенияРеквизитов" -> isService |= isService(xml);
                default -> xml.skip();
            }
        }
        if (isGone) {
            return true;
        }
        if (id == null || quantity == null || !Lengths.id(id)) {
            problems.met(
                    id == null
                            ? RowProblem.NO_ID
                            : quantity == null ? RowProblem.QUANTITY_NOT_A_NUMBER : RowProblem.TOO_LONG,
                    id == null ? name : id);
            return false;
        }
        into.add(new ReportedOrder.Line(id, name == null || !Lengths.name(name) ? id : name, quantity, sum, isService));
        return true;
    }

    private static boolean isService(XmlCursor xml) throws Exception {
        boolean found = false;
        while (xml.child()) {
            if (xml.name().equals("ЗначениеРеквизита")) {
                found |= saysService(xml);
            } else {
                xml.skip();
            }
        }
        return found;
    }

    private static boolean saysService(XmlCursor xml) throws Exception {
        @Nullable String name = null;
        @Nullable String value = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Наименование" -> name = xml.word();
                case "Значение" -> value = xml.text();
                default -> xml.skip();
            }
        }
        return SERVICE.equalsIgnoreCase(value) && ("ТипНоменклатуры".equals(name) || "ВидНоменклатуры".equals(name));
    }
}
