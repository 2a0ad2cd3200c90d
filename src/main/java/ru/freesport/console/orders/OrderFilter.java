package ru.freesport.console.orders;

import org.jspecify.annotations.Nullable;

/**
 * Which orders a list shows.
 *
 * @param text any identifier: number of an order or a part, or its beginning; 1C's number; the customer's name, phone,
 *     e-mail or INN; may be empty
 * @param status null: any
 * @param exportState of at least one part; null: any
 * @param isTrouble only orders with a part that 1C rejected or does not confirm
 * @param isUnconfirmed only orders with a part that 1C does not confirm
 * @param isAsked only open orders of which 1C said something that people should look at
 */
public record OrderFilter(
        String text,
        @Nullable OrderStatus status,
        @Nullable ExportState exportState,
        boolean isTrouble,
        boolean isUnconfirmed,
        boolean isAsked) {

    public static final OrderFilter ALL = new OrderFilter("", null, null, false);

    public OrderFilter {
        text = text.strip();
    }

    public OrderFilter(
            String text, @Nullable OrderStatus status, @Nullable ExportState exportState, boolean isTrouble) {
        this(text, status, exportState, isTrouble, false, false);
    }

    /** What was searched may be personal and never goes to logs. */
    @Override
    public String toString() {
        return "status " + status + ", export " + exportState + ", trouble " + isTrouble
                + ", unconfirmed " + isUnconfirmed + ", asked " + isAsked
                + (text.isEmpty() ? "" : ", by a text");
    }
}
