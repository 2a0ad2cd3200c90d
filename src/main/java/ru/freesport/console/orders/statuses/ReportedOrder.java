package ru.freesport.console.orders.statuses;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document of 1C says of an order; null is what it does not say.
 *
 * @param number the shop's number of an order part
 * @param id what the shop called the part when it went to 1C, or an id of 1C's own
 * @param word 1C's word for the status, as written
 * @param onecNumber 1C's own number
 * @param isDeleted marked for deletion in 1C
 * @param lines what 1C is going to deliver; null when the document lists nothing
 */
public record ReportedOrder(
        @Nullable String number,
        @Nullable String id,
        @Nullable String word,
        @Nullable String onecNumber,
        @Nullable LocalDate onecDate,
        @Nullable Boolean isPosted,
        @Nullable Boolean isCancelled,
        @Nullable Boolean isShipped,
        @Nullable Boolean isDeleted,
        StatedDate paid,
        StatedDate shipped,
        @Nullable List<Line> lines) {

    /**
     * A row of the document.
     *
     * @param isService a delivery, most likely
     * @param sum null when not told
     */
    public record Line(
            String variantOnecId,
            String name,
            BigDecimal quantity,
            @Nullable BigDecimal sum,
            boolean isService) {}

    /** What people and logs call it. */
    public String name() {
        return number != null ? number : String.valueOf(id);
    }
}
