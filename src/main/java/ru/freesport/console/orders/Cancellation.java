package ru.freesport.console.orders;

/** What became of a wish to cancel an order. */
public sealed interface Cancellation {

    record Cancelled(Order order) implements Cancellation {}

    record Unknown() implements Cancellation {}

    record Refused(Order order, Why why) implements Cancellation {}

    enum Why {
        /** 1C was offered the order, and only people there can take it back. */
        WITH_ONEC,
        /** It has come to its end already. */
        AT_ITS_END
    }
}
