package ru.freesport.console.orders.statuses;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When 1C made the newest document that spoke of each thing. One way brings statuses every minute and nothing else, another
 * brings rows and dates later: what is old news about the status may still be news about the rows.
 */
record Heard(
        @Nullable LocalDateTime status,
        @Nullable LocalDateTime paid,
        @Nullable LocalDateTime shipped,
        @Nullable LocalDateTime lines) {

    static final Heard NOTHING = new Heard(null, null, null, null);

    /** What is left of a document without what newer ones have spoken of. */
    ReportedOrder news(ReportedOrder said, @Nullable LocalDateTime madeAt) {
        boolean isLate = isLate(status, madeAt);
        return new ReportedOrder(
                said.number(),
                said.id(),
                isLate ? null : said.word(),
                said.onecNumber(),
                isLate ? null : said.onecDate(),
                isLate ? null : said.isPosted(),
                isLate ? null : said.isCancelled(),
                isLate ? null : said.isShipped(),
                isLate ? null : said.isDeleted(),
                isLate(paid, madeAt) ? new StatedDate.Absent() : said.paid(),
                isLate(shipped, madeAt) ? new StatedDate.Absent() : said.shipped(),
                isLate(lines, madeAt) ? null : said.lines());
    }

    /** After a document of which {@link #news} was taken; one without a time leaves the times as they are. */
    Heard and(ReportedOrder news, @Nullable LocalDateTime madeAt) {
        if (madeAt == null) {
            return this;
        }
        return new Heard(
                speaksOfStatus(news) ? madeAt : status,
                news.paid() instanceof StatedDate.Absent ? paid : madeAt,
                news.shipped() instanceof StatedDate.Absent ? shipped : madeAt,
                news.lines() == null ? lines : madeAt);
    }

    private static boolean speaksOfStatus(ReportedOrder news) {
        return news.word() != null
                || news.onecDate() != null
                || news.isPosted() != null
                || news.isCancelled() != null
                || news.isShipped() != null
                || news.isDeleted() != null;
    }

    private static boolean isLate(@Nullable LocalDateTime known, @Nullable LocalDateTime madeAt) {
        return known != null && madeAt != null && madeAt.isBefore(known);
    }
}
