package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.shared.Money;

/** A payment as the storefront sees it. */
@Schema(name = "Payment")
record PaymentBody(
        UUID id,

        @Schema(
                description = "UNKNOWN: the provider's answer was lost and is being looked up; ask again with the same"
                        + " Idempotency-Key, or read the order. CANCELED: the order may be paid anew")
        PaymentState status,

        MoneyBody amount,

        @Schema(description = "Where to send the customer; null when there is nowhere (any more)") @Nullable String confirmationUrl,

        Instant createdAt,
        @Nullable Instant paidAt,
        MoneyBody refunded,

        @Schema(description = "Why it was canceled, in the provider's words") @Nullable String reason) {

    static PaymentBody of(Payment payment) {
        return new PaymentBody(
                payment.id(),
                payment.state(),
                money(payment.amount()),
                payment.confirmationUrl(),
                payment.createdAt(),
                payment.paidAt(),
                money(payment.refunded()),
                payment.cancelled() == null ? null : payment.cancelled().why());
    }

    private static MoneyBody money(Money money) {
        return MoneyBody.of(money.amount(), money.currency());
    }
}
