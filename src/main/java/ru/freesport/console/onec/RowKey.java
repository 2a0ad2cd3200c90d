package ru.freesport.console.onec;

import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.RowProblem;

/** Names rows so that the same row of another packet is found again. */
final class RowKey {

    private static final char SEPARATOR = '|';
    private static final String LINE = "line ";

    private RowKey() {}

    static String price(CommerceMlRecord.Offer offer, int part) {
        return offer.id() + SEPARATOR + offer.prices().get(part).typeId();
    }

    static String rest(CommerceMlRecord.Offer offer, int part) {
        return offer.id()
                + SEPARATOR
                + RowMapping.warehouse(offer.rests().get(part).warehouseId());
    }

    static String rejected(String owner, RowProblem reason) {
        return owner + SEPARATOR + reason;
    }

    /** Stands for the id of a row that has none. */
    static String line(long line) {
        return LINE + line;
    }

    static boolean isOfNobody(String key) {
        return key.startsWith(LINE);
    }

    /** The second half of a price's or rest's key: the price type, the warehouse. */
    static String part(String key) {
        return key.substring(key.indexOf(SEPARATOR) + 1);
    }

    static String owner(String key) {
        int separator = key.indexOf(SEPARATOR);
        return separator < 0 ? key : key.substring(0, separator);
    }
}
