package ru.freesport.console.customers;

/** How a customer stands with 1C. */
public enum SyncState {
    /** 1C does not know the customer, and need not: it hears of people by their orders. */
    LOCAL,
    /** 1C is to get something. */
    PENDING,
    /** Both know the same. */
    SYNCED,
    /** A person must decide first. */
    CONFLICT,
    /** 1C refused what it got. */
    ERROR
}
