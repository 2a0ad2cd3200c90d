package ru.freesport.console.payments;

import java.util.UUID;

/** A payment came into another state; told in the transaction that writes it. */
public record PaymentChanged(UUID paymentId, String orderNumber, PaymentState was, PaymentState became) {}
