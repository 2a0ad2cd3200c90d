package ru.freesport.console.orders.statuses;

import java.util.UUID;
import ru.freesport.console.orders.OrderStatus;

/** A whole order stands somewhere else because of what 1C said; published in the transaction that moved it. */
public record OrderStatusChanged(UUID id, String number, OrderStatus from, OrderStatus to) {}
