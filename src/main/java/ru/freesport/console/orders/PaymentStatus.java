package ru.freesport.console.orders;

/** What the customer has paid of an order. */
public enum PaymentStatus {
    UNPAID,
    PAID,
    PARTLY_REFUNDED,
    REFUNDED
}
