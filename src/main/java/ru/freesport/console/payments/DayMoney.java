package ru.freesport.console.payments;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * What the payments of one day, way of paying and state came to.
 *
 * @param method the provider's word; null while nobody has paid
 * @param income what the shop gets of it, the provider's commission taken off; null when the provider has not said
 */
public record DayMoney(
        @Nullable String method,
        PaymentState state,
        int payments,
        Money amount,
        Money captured,
        Money refunded,
        Money refunding,
        @Nullable Money income) {}
