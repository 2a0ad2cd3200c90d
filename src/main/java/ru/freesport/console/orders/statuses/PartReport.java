package ru.freesport.console.orders.statuses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.OrderStatus;

/**
 * What 1C said last of an order part, and what came of it.
 *
 * @param means what the word means now; null when nobody says, or that it moves nothing
 * @param madeAt on the shop's clock
 * @param isPaymentWithdrawn 1C named the date of payment and now says that there is none; likewise for the shipment
 */
public record PartReport(
        @Nullable String word,
        Standing standing,
        @Nullable OrderStatus means,
        @Nullable LocalDateTime madeAt,
        Instant toldAt,
        HandoverWay way,
        @Nullable Long messageId,
        @Nullable LocalDate onecDate,
        @Nullable Boolean isPosted,
        @Nullable Boolean isCancelled,
        @Nullable Boolean isShipped,
        @Nullable Boolean isDeleted,
        @Nullable LocalDate paidOn,
        boolean isPaymentWithdrawn,
        @Nullable LocalDate shippedOn,
        boolean isShipmentWithdrawn,
        List<LineDifference> differences) {}
