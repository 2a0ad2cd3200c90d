package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What 1C gets of an order: the rows of one VAT rate from one warehouse.
 *
 * @param number the order's number and the part's sign
 * @param onecKey what 1C tells the part by, never changes
 * @param offers how often 1C was offered the part and did not confirm it
 * @param offeredAt the first time
 * @param rejectedText what 1C had against it; null when nothing
 */
public record OrderPart(
        UUID id,
        int position,
        String number,
        String onecKey,
        VatRate vat,
        @Nullable String warehouseOnecId,
        @Nullable String warehouseName,
        String organisation,
        BigDecimal total,
        BigDecimal vatAmount,
        OrderStatus status,
        @Nullable String onecStatus,
        ExportState exportState,
        int offers,
        @Nullable Instant offeredAt,
        @Nullable Instant lastOfferedAt,
        @Nullable Instant handedOverAt,
        @Nullable HandoverWay handedOverHow,
        @Nullable String batch,
        @Nullable Instant confirmedAt,
        @Nullable HandoverWay confirmedHow,
        @Nullable String onecNumber,
        @Nullable Instant rejectedAt,
        @Nullable String rejectedText,
        List<OrderLine> lines) {

    /** Offered once more than 1C needs. */
    private static final int OFFERS_IN_VAIN = 2;

    /** Whether 1C does not confirm the part: it was offered in vain, or long ago. */
    public boolean isUnconfirmed(Instant now, Duration window) {
        return isOffered() && (offers >= OFFERS_IN_VAIN || isOverdue(now, window));
    }

    /** Whether 1C has left the part unconfirmed for longer than it may: people are told. */
    public boolean isOverdue(Instant now, Duration window) {
        return isOffered() && offeredAt.plus(window).isBefore(now);
    }

    private boolean isOffered() {
        return exportState.canBecome(ExportState.CONFIRMED)
                && offeredAt != null
                && rejectedAt == null
                && status != OrderStatus.CANCELLED;
    }
}
