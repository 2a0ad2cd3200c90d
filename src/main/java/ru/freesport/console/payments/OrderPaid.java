package ru.freesport.console.payments;

import java.util.UUID;
import ru.freesport.console.shared.Money;

/** An order was paid; told once per order, in the transaction that writes it, however many sources say so. */
public record OrderPaid(String orderNumber, UUID paymentId, Money amount) {}
