package ru.freesport.console.orders.statuses;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.HandoverWay;

/**
 * Where documents of 1C came from.
 *
 * @param madeAt when 1C made them, on the shop's clock; null when it does not tell
 * @param messageId the stored message
 */
public record ReportSource(
        HandoverWay way,
        @Nullable LocalDateTime madeAt,
        @Nullable Long messageId) {

    public ReportSource {
        // as finely as the database keeps it
        madeAt = madeAt == null ? null : madeAt.truncatedTo(ChronoUnit.MICROS);
    }
}
