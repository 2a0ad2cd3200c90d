package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.statuses.ReportedOrder;
import ru.freesport.console.orders.statuses.StatedDate;

/** Reads one Документ: an order as 1C has it. */
final class OrderDocumentRow {

    private static final String ORDER = "Заказ товара";

    private final XmlCursor xml;
    private final OrderDocumentSink sink;
    private final OrderRequisites requisites = new OrderRequisites();
    private final List<Problem> problems = new ArrayList<>();

    private @Nullable String number;
    private @Nullable String id;
    private @Nullable String operation;
    private @Nullable List<ReportedOrder.Line> lines;

    private record Problem(RowProblem reason, @Nullable String detail, long line) {}

    private OrderDocumentRow(XmlCursor xml, OrderDocumentSink sink) {
        this.xml = xml;
        this.sink = sink;
    }

    static void read(XmlCursor xml, OrderDocumentSink sink) throws Exception {
        new OrderDocumentRow(xml, sink).read();
    }

    private void read() throws Exception {
        xml.beginRecord();
        long line = xml.line();
        long start = xml.startOffset();
        while (xml.child()) {
            element();
        }
        hand(new Position(line, start, xml.endOffset()));
    }

    private void element() throws Exception {
        switch (xml.name()) {
            case "Номер" -> number = xml.raw();
            case "Ид" -> id = xml.text();
            case "ХозОперация" -> operation = xml.word();
            case "ПометкаУдаления",
                    "Номер1С",
                    "Дата1С",
                    "Проведен",
                    "Отменен",
                    "Отгружен",
                    "СтатусЗаказа",
                    "ДатаОплаты",
                    "ДатаОтгрузки" -> {
                String name = xml.name();
                requisites.add(name, xml.text());
            }
            case "ЗначенияРеквизитов" -> {
                while (xml.child()) {
                    if (xml.name().equals("ЗначениеРеквизита")) {
                        requisite();
                    } else {
                        xml.skip();
                    }
                }
            }
            case "Товары" -> goods();
            default -> xml.skip();
        }
    }

    private void requisite() throws Exception {
        String name = null;
        String value = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Наименование" -> name = xml.word();
                case "Значение" -> value = xml.text();
                default -> xml.skip();
            }
        }
        requisites.add(name, value);
    }

    private void goods() throws Exception {
        List<ReportedOrder.Line> found = new ArrayList<>();
        boolean isWhole = true;
        while (xml.child()) {
            if (xml.name().equals("Товар")) {
                isWhole &= OrderDocumentLine.read(xml, found, this::problem);
            } else {
                xml.skip();
            }
        }
        // an empty list never means that nothing will be delivered, and neither does one that was read in part
        lines = isWhole && !found.isEmpty() ? List.copyOf(found) : null;
    }

    private void problem(RowProblem reason, @Nullable String detail) {
        problems.add(new Problem(reason, detail, xml.line()));
    }

    private void hand(Position at) throws Exception {
        String name = number != null ? number : id;
        if (operation != null && !OrderRequisites.name(operation).equals(OrderRequisites.name(ORDER))) {
            sink.other(operation, at);
            return;
        }
        if (name == null) {
            sink.problem(null, RowProblem.NO_NUMBER, null, at);
            return;
        }
        if (xml.isOverlong() || !Lengths.id(number) || !Lengths.id(id) || !Lengths.word(requisites.word())) {
            xml.forgetOverlong();
            sink.problem(name, RowProblem.TOO_LONG, name, at);
            return;
        }
        sink.order(order(), at);
        for (Problem problem : problems) {
            sink.problem(
                    name, problem.reason, problem.detail, new Position(problem.line, at.startChar(), at.endChar()));
        }
    }

    private ReportedOrder order() {
        return new ReportedOrder(
                number,
                id,
                requisites.word(),
                requisites.onecNumber(),
                onecDate(),
                requisites.isPosted(),
                requisites.isCancelled(),
                requisites.isShipped(),
                requisites.isDeleted(),
                stated(requisites::paid),
                stated(requisites::shipped),
                lines);
    }

    private @Nullable LocalDate onecDate() {
        String text = requisites.onecDate();
        try {
            return text != null && Dates.stated(text) instanceof StatedDate.On(LocalDate date) ? date : null;
        } catch (NotADate wrong) {
            problem(RowProblem.NOT_A_DATE, wrong.getMessage());
            return null;
        }
    }

    private interface Asked {
        StatedDate get() throws NotADate;
    }

    private StatedDate stated(Asked date) {
        try {
            return date.get();
        } catch (NotADate wrong) {
            problem(RowProblem.NOT_A_DATE, wrong.getMessage());
            return new StatedDate.Absent();
        }
    }

    /** For the reader of a row. */
    interface Problems {
        void met(RowProblem reason, @Nullable String detail);
    }

    /** Of a number in a row; null when it is not set. */
    static @Nullable BigDecimal number(XmlCursor xml, Problems problems) throws Exception {
        try {
            return Most.QUANTITY.of(xml.number());
        } catch (NotANumber wrong) {
            problems.met(RowProblem.QUANTITY_NOT_A_NUMBER, xml.lastText());
            return null;
        }
    }
}
