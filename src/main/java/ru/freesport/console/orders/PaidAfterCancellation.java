package ru.freesport.console.orders;

/** An order was paid that had been cancelled: the money has to go back. Told in the transaction that writes it. */
public record PaidAfterCancellation(String orderNumber) {}
