package ru.freesport.console.simulator.onec;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes orders with their statuses as 1C does: by the shop's number, usually without Ид, times without a zone. */
final class StatusDocuments {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZONE);

    private StatusDocuments() {}

    static String of(List<SimulatedOrder> orders, Instant now, boolean first) {
        StringBuilder xml = new StringBuilder(Xml.head("2.09", STAMP.format(now)));
        for (SimulatedOrder order : orders) {
            xml.append("\t<Контейнер>\n\t\t<Документ>\n")
                    .append(Xml.element(3, "Номер", order.shopNumber()))
                    .append(Xml.element(3, "Дата", DATE.format(order.taken())))
                    .append(Xml.element(3, "ХозОперация", "Заказ товара"))
                    .append(Xml.element(3, "Роль", "Продавец"))
                    .append(Xml.element(3, "Сумма", order.sum()))
                    .append("\t\t\t<ЗначенияРеквизитов>\n")
                    .append(requisite("СтатусЗаказа", order.status()))
                    .append(requisite("Номер1С", order.number()))
                    .append(requisite("Дата1С", DATE.format(order.taken())))
                    .append(requisite("Проведен", Boolean.toString(order.posted())))
                    .append(requisite("Отменен", Boolean.toString("Отменен".equals(order.status()))))
                    .append("\t\t\t</ЗначенияРеквизитов>\n\t\t</Документ>\n\t</Контейнер>\n");
        }
        return xml.append(Xml.TAIL).toString();
    }

    private static String requisite(String name, String value) {
        return "\t\t\t\t<ЗначениеРеквизита>\n" + Xml.element(5, "Наименование", name)
                + Xml.element(5, "Значение", value) + "\t\t\t\t</ЗначениеРеквизита>\n";
    }
}
