package ru.freesport.console.orders.statuses;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that 1C's documents have said of one part so far. Two documents that say the same leave the same facts, so equal facts
 * mean that nothing is new.
 *
 * @param isPaymentWithdrawn 1C named a date once and now says that there is none
 */
record ReportFacts(
        @Nullable String word,
        Standing standing,
        @Nullable LocalDate onecDate,
        @Nullable Boolean isPosted,
        @Nullable Boolean isCancelled,
        @Nullable Boolean isShipped,
        @Nullable Boolean isDeleted,
        @Nullable LocalDate paidOn,
        boolean isPaymentWithdrawn,
        @Nullable LocalDate shippedOn,
        boolean isShipmentWithdrawn,
        @Nullable List<ReportedOrder.Line> lines) {

    private static final int QUANTITY_DIGITS = 3;
    private static final int SUM_DIGITS = 2;

    static final ReportFacts NOTHING =
            new ReportFacts(null, Standing.SILENT, null, null, null, null, null, null, false, null, false, null);

    /** What a document leaves out stays as it was, and an empty date takes nothing away: it is only noted. */
    ReportFacts and(ReportedOrder said, @Nullable String nextWord, Standing nextStanding) {
        return new ReportFacts(
                nextWord,
                nextStanding,
                said.onecDate() == null ? onecDate : said.onecDate(),
                said.isPosted() == null ? isPosted : said.isPosted(),
                said.isCancelled() == null ? isCancelled : said.isCancelled(),
                said.isShipped() == null ? isShipped : said.isShipped(),
                said.isDeleted() == null ? isDeleted : said.isDeleted(),
                date(paidOn, said.paid()),
                isWithdrawn(isPaymentWithdrawn, paidOn, said.paid()),
                date(shippedOn, said.shipped()),
                isWithdrawn(isShipmentWithdrawn, shippedOn, said.shipped()),
                said.lines() == null
                        ? lines
                        : said.lines().stream().map(ReportFacts::rounded).toList());
    }

    private static @Nullable LocalDate date(@Nullable LocalDate known, StatedDate said) {
        return said instanceof StatedDate.On(LocalDate date) ? date : known;
    }

    private static boolean isWithdrawn(boolean before, @Nullable LocalDate known, StatedDate said) {
        return switch (said) {
            case StatedDate.Absent _ -> before;
            case StatedDate.None _ -> known != null;
            case StatedDate.On _ -> false;
        };
    }

    /** As the database keeps it. */
    private static ReportedOrder.Line rounded(ReportedOrder.Line line) {
        BigDecimal sum = line.sum();
        return new ReportedOrder.Line(
                line.variantOnecId(),
                line.name(),
                line.quantity().setScale(QUANTITY_DIGITS, RoundingMode.HALF_UP),
                sum == null ? null : sum.setScale(SUM_DIGITS, RoundingMode.HALF_UP),
                line.isService());
    }
}
