package ru.freesport.console.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as the provider shows it now, in our words.
 *
 * @param refundProviderId null: of the payment itself
 * @param state null when its status is a word we do not know
 */
public record SeenReceipt(
        String providerId,
        @Nullable String paymentProviderId,
        @Nullable String refundProviderId,
        @Nullable ReceiptState state,
        String status,
        @Nullable String fiscalDocument,
        @Nullable String fiscalStorage,
        @Nullable String fiscalSign,
        @Nullable Instant registeredAt) {}
