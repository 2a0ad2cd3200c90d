package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Rest;

/** Reads the stock of an offer in each of its dialects: Остатки of 3.1, Склад attributes and bare Количество of 2.0x. */
final class OfferStock {

    private final Rows rows;
    private final XmlCursor xml;
    private boolean given;
    private @Nullable BigDecimal total;
    private List<Rest> rests = List.of();

    OfferStock(Rows rows) {
        this.rows = rows;
        this.xml = rows.xml;
    }

    boolean given() {
        return given;
    }

    /** By warehouse; the total counts only when nobody has split it. */
    List<Rest> rests() {
        return rests.isEmpty() && total != null ? List.of(new Rest(null, total)) : rests;
    }

    /** Consumes the open element when it speaks of stock. */
    boolean take() throws Exception {
        switch (xml.name()) {
            case "Остатки" -> balances();
            case "Количество" -> total = quantity();
            case "Склад" -> warehouseByAttributes();
            case "КоличествоНаСкладах" -> oldBalances();
            default -> {
                return false;
            }
        }
        given = true;
        return true;
    }

    private void balances() throws Exception {
        while (xml.child()) {
            if (xml.name().equals("Остаток")) {
                balance();
            } else {
                xml.skip();
            }
        }
    }

    private void balance() throws Exception {
        String warehouse = null;
        BigDecimal beside = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Склад" -> warehouse = warehouse();
                case "Количество" -> beside = quantity();
                default -> xml.skip();
            }
        }
        if (beside != null && warehouse != null) {
            add(warehouse, beside);
        } else if (beside != null) {
            addToTotal(beside);
        }
    }

    private void addToTotal(BigDecimal quantity) {
        BigDecimal sum = total == null ? quantity : total.add(quantity);
        try {
            total = Most.QUANTITY.of(sum);
        } catch (NotANumber wrong) {
            notANumber(wrong, sum.toPlainString());
        }
    }

    /** Takes a warehouse with its quantity; gives its id back when the quantity stands outside of it. */
    private @Nullable String warehouse() throws Exception {
        String id = null;
        BigDecimal quantity = null;
        boolean told = false;
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.word();
                case "Количество" -> {
                    quantity = quantity();
                    told = true;
                }
                default -> xml.skip();
            }
        }
        if (!told) {
            return id;
        }
        if (quantity != null) {
            add(id, quantity);
        }
        return null;
    }

    private void warehouseByAttributes() throws Exception {
        String id = xml.attribute("ИдСклада");
        String quantity = xml.attribute("КоличествоНаСкладе");
        if (id == null && quantity == null) {
            warehouse();
            return;
        }
        xml.skip();
        if (quantity == null) {
            return;
        }
        try {
            BigDecimal number = Most.QUANTITY.of(Values.number(quantity.toCharArray(), 0, quantity.length()));
            if (number != null) {
                add(id, number);
            }
        } catch (NotANumber wrong) {
            notANumber(wrong, quantity);
        }
    }

    private void oldBalances() throws Exception {
        while (xml.child()) {
            String id = null;
            BigDecimal quantity = null;
            while (xml.child()) {
                switch (xml.name()) {
                    case "ИдСклада" -> id = xml.word();
                    case "Количество" -> quantity = quantity();
                    default -> xml.skip();
                }
            }
            if (quantity != null) {
                add(id, quantity);
            }
        }
    }

    private void add(@Nullable String warehouse, BigDecimal quantity) {
        if (warehouse == null) {
            rows.problem(CommerceMlKind.RESTS, RowProblem.NO_WAREHOUSE, quantity.toPlainString());
            return;
        }
        if (!Lengths.id(warehouse)) {
            rows.problem(CommerceMlKind.RESTS, RowProblem.TOO_LONG, warehouse);
            return;
        }
        if (rests.isEmpty()) {
            rests = new ArrayList<>(2);
        }
        rests.add(new Rest(warehouse, quantity));
    }

    private @Nullable BigDecimal quantity() throws Exception {
        try {
            return Most.QUANTITY.of(xml.number());
        } catch (NotANumber wrong) {
            notANumber(wrong, xml.lastText());
            return null;
        }
    }

    private void notANumber(NotANumber wrong, @Nullable String text) {
        RowProblem problem = wrong.tooLarge ? RowProblem.NUMBER_TOO_LARGE : RowProblem.QUANTITY_NOT_A_NUMBER;
        rows.problem(CommerceMlKind.RESTS, problem, text);
    }
}
