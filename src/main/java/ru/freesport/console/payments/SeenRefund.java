package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * A refund as the provider shows it now, in our words.
 *
 * @param refundId our own number, as we gave it along; null: it was not asked for here
 * @param state null when its status is a word we do not know
 */
public record SeenRefund(
        String providerId,
        String paymentProviderId,
        @Nullable UUID refundId,
        @Nullable RefundState state,
        String status,
        Money amount,
        Instant createdAt,
        @Nullable CancellationCause cancelled,
        @Nullable String receipt) {}
