package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;

/**
 * One attempt to pay an order.
 *
 * @param position newer ones have a larger one
 * @param providerId its number at the provider; null until that answered
 * @param providerStatus the provider's own word, also one we do not know
 * @param capturesAtOnce false: the money is held until somebody takes it
 * @param confirmationUrl where the customer pays; null when there is nowhere (any more)
 * @param confirmationUntil until then the customer may pay
 * @param holdUntil held money goes back then
 * @param refunding asked back and not decided
 * @param income what the shop gets of it, the provider's commission taken off
 * @param actor who asked for it
 */
public record Payment(
        UUID id,
        long position,
        String orderNumber,
        String provider,
        @Nullable String providerId,
        PaymentState state,
        @Nullable String providerStatus,
        Money amount,
        boolean capturesAtOnce,
        String description,
        String returnUrl,
        Contact contact,
        @Nullable String confirmationUrl,
        Instant confirmationUntil,
        @Nullable Instant holdUntil,
        @Nullable PaymentMethod method,
        @Nullable CancellationCause cancelled,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant paidAt,
        Money held,
        Money captured,
        Money refunding,
        Money refunded,
        @Nullable Money income,
        Actor actor) {

    /** What may still be refunded: paid, less what went back and what is on its way back. */
    public Money refundable() {
        return captured.minus(refunded).minus(refunding);
    }

    /** Whether the customer can pay now. */
    public boolean isPayable(Instant now) {
        return state == PaymentState.PENDING && confirmationUrl != null && confirmationUntil.isAfter(now);
    }

    @Override
    public String toString() {
        return "Payment[" + id + " " + state + " " + amount + "]";
    }
}
