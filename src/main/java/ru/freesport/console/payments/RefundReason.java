package ru.freesport.console.payments;

/** Why money goes back. */
public enum RefundReason {
    CUSTOMER_RETURN,
    OUT_OF_STOCK,
    DEFECT,
    WRONG_ITEM,
    LATE_DELIVERY,
    PAID_TWICE,
    ORDER_CANCELLED,
    GOODWILL,
    /** Needs a note. */
    OTHER,
    /** Made in the provider's cabinet; nobody said here why. */
    MADE_AT_PROVIDER
}
