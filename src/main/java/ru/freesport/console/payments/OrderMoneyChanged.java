package ru.freesport.console.payments;

import ru.freesport.console.shared.Money;

/** What an order has been paid or refunded became another; told in the transaction that writes it. */
public record OrderMoneyChanged(String orderNumber, Money paid, Money refunded) {}
