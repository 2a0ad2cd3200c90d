package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;

/**
 * Money that goes back to the customer.
 *
 * @param providerId its number at the provider; null until that answered
 * @param seenRefunding what was on its way back when it was asked for: the second person sees what changed since
 * @param approvalUntil until then a second person may decide; null when none has to
 * @param decidedBy the second person
 * @param lines what comes back; empty: a sum alone
 */
public record Refund(
        UUID id,
        long position,
        UUID paymentId,
        @Nullable String providerId,
        Origin origin,
        RefundState state,
        @Nullable String providerStatus,
        Money amount,
        RefundReason reason,
        @Nullable String note,
        Actor requestedBy,
        Instant requestedAt,
        Money seenRefunding,
        Money seenRefunded,
        @Nullable Instant approvalUntil,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable CancellationCause cancelled,
        Instant changedAt,
        List<Line> lines) {

    public enum Origin {
        /** Asked for here. */
        CONSOLE,
        /** Found at the provider: somebody made it in its cabinet. */
        PROVIDER
    }

    /**
     * @param quantity zero: a part of the sum alone
     * @param restock the goods come back into stock
     */
    public record Line(long paymentLineId, BigDecimal quantity, Money amount, boolean restock) {}
}
