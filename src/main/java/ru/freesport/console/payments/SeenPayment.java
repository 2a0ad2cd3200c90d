package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * A payment as the provider shows it now, in our words.
 *
 * @param paymentId our own number, as we gave it along; null when it carries none
 * @param state null when its status is a word we do not know
 * @param status that very word
 * @param refunded how much went back, as the provider counts
 * @param receipt null when no receipt was asked for
 */
public record SeenPayment(
        String providerId,
        @Nullable UUID paymentId,
        @Nullable String orderNumber,
        @Nullable PaymentState state,
        String status,
        Money amount,
        Money refunded,
        @Nullable Money income,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant holdUntil,
        @Nullable String confirmationUrl,
        @Nullable PaymentMethod method,
        @Nullable CancellationCause cancelled,
        @Nullable String receipt) {}
