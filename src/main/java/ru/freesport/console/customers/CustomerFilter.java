package ru.freesport.console.customers;

import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows; null asks for any.
 *
 * @param text a name, a piece of a phone or an e-mail, an INN, 1C's id or the customer's number; may be empty
 */
public record CustomerFilter(
        String text,
        @Nullable CustomerType type,
        Verification.@Nullable State verification,
        @Nullable SyncState sync,
        @Nullable CustomerLevel level) {

    public static final CustomerFilter ALL = new CustomerFilter("", null, null, null, null);

    public CustomerFilter {
        text = text.strip();
    }

    /** What was searched may be personal and never goes to logs. */
    @Override
    public String toString() {
        return "type " + type + ", verification " + verification + ", sync " + sync + ", level " + level
                + (text.isEmpty() ? "" : ", by a text");
    }
}
