package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * A fiscal receipt of a payment or a refund (54-FZ).
 *
 * @param refundId null: of the payment itself
 * @param replacesId the failed one that this one stands in for
 * @param problem why the provider refused it
 */
public record Receipt(
        UUID id,
        UUID paymentId,
        @Nullable UUID refundId,
        @Nullable String providerId,
        ReceiptState state,
        @Nullable String providerStatus,
        Money amount,
        @Nullable UUID replacesId,
        @Nullable String fiscalDocument,
        @Nullable String fiscalStorage,
        @Nullable String fiscalSign,
        Instant requestedAt,
        @Nullable Instant registeredAt,
        Instant changedAt,
        @Nullable String problem) {}
