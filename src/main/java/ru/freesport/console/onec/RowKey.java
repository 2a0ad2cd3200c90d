package ru.freesport.console.onec;

import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.RowProblem;

/** Names rows so that the same row of another packet is found again. */
final class RowKey {

    private static final char SEPARATOR = '|';
    private static final String LINE = "line ";
    private static final int LONGEST_OWNER = 160;

    private RowKey() {}

    static String price(CommerceMlRecord.Offer offer, int part) {
        return offer.id() + SEPARATOR + offer.prices().get(part).typeId();
    }

    static String rest(CommerceMlRecord.Offer offer, int part) {
        return offer.id()
                + SEPARATOR
                + RowMapping.warehouse(offer.rests().get(part).warehouseId());
    }

    static String part(String owner, String reason) {
        return shortened(owner) + SEPARATOR + reason;
    }

    static String rejected(String owner, RowProblem reason) {
        return rejected(owner, reason.name());
    }

    static String rejected(String owner, String reason) {
        return shortened(owner) + SEPARATOR + reason;
    }

    /** An id that is refused for its length must not break the index of the rows that were refused. */
    private static String shortened(String owner) {
        return owner.length() <= LONGEST_OWNER
                ? owner
                : owner.substring(0, LONGEST_OWNER) + "…" + Integer.toHexString(owner.hashCode());
    }

    /** Stands for the id of a row that has none. */
    static String line(long line) {
        return LINE + line;
    }

    /** The key of a row that has no id, among those of all files. */
    static String inFile(String key, String path) {
        int separator = key.indexOf(SEPARATOR);
        return key.substring(0, separator) + " of " + shortened(path) + key.substring(separator);
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
