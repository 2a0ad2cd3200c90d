package ru.freesport.console.orders;

import java.util.UUID;

/** An order was placed and waits to be handed over; published in the transaction that stores it. */
public record OrderPlaced(UUID orderId, String number) {}
