package ru.freesport.console.orders.statuses;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderPart;

/** What a document of 1C says, beginning with nothing but a number. */
public final class SomeReports {

    private final @Nullable String number;
    private @Nullable String id;
    private @Nullable String word;
    private @Nullable String onecNumber;
    private @Nullable Boolean cancelled;
    private @Nullable Boolean shippedMark;
    private @Nullable Boolean deleted;
    private StatedDate paid = new StatedDate.Absent();
    private StatedDate shipped = new StatedDate.Absent();
    private @Nullable List<ReportedOrder.Line> lines;

    private SomeReports(@Nullable String number) {
        this.number = number;
    }

    public static SomeReports of(@Nullable String number) {
        return new SomeReports(number);
    }

    public static SomeReports of(OrderPart part) {
        return new SomeReports(part.number());
    }

    public static ReportedOrder says(OrderPart part, String word) {
        return of(part).word(word).get();
    }

    public SomeReports id(@Nullable String value) {
        id = value;
        return this;
    }

    public SomeReports word(@Nullable String value) {
        word = value;
        return this;
    }

    public SomeReports onecNumber(String value) {
        onecNumber = value;
        return this;
    }

    public SomeReports cancelled() {
        cancelled = true;
        return this;
    }

    public SomeReports shippedMark() {
        shippedMark = true;
        return this;
    }

    public SomeReports deleted(boolean value) {
        deleted = value;
        return this;
    }

    public SomeReports paid(String date) {
        paid = new StatedDate.On(LocalDate.parse(date));
        return this;
    }

    public SomeReports paidNever() {
        paid = new StatedDate.None();
        return this;
    }

    public SomeReports shipped(String date) {
        shipped = new StatedDate.On(LocalDate.parse(date));
        return this;
    }

    public SomeReports line(String variant, String quantity, @Nullable String sum) {
        lines = lines == null ? new ArrayList<>() : lines;
        lines.add(line(variant, quantity, sum, false));
        return this;
    }

    static ReportedOrder.Line line(String variant, String quantity, @Nullable String sum, boolean isService) {
        return new ReportedOrder.Line(
                variant,
                "Товар " + variant,
                new BigDecimal(quantity),
                sum == null ? null : new BigDecimal(sum),
                isService);
    }

    public ReportedOrder get() {
        return new ReportedOrder(
                number, id, word, onecNumber, null, null, cancelled, shippedMark, deleted, paid, shipped, lines);
    }
}
