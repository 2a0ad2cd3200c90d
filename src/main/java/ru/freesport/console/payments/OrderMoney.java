package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import ru.freesport.console.shared.Money;

/**
 * What an order has been paid and refunded by all its payments together.
 *
 * @param payments that brought money; more than one is a mistake to look at
 */
public record OrderMoney(
        String orderNumber, Money paid, Money refunded, Instant paidAt, UUID firstPayment, int payments) {}
