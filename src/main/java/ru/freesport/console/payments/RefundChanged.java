package ru.freesport.console.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * A refund came into another state; told in the transaction that writes it.
 *
 * @param was null for a new one
 */
public record RefundChanged(
        UUID refundId,
        UUID paymentId,
        String orderNumber,
        @Nullable RefundState was,
        RefundState became,
        Money amount) {}
