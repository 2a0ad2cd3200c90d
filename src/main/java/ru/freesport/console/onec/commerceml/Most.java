package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The largest numbers that can be kept; a larger one is a slip of the hand, not a price or a size. */
enum Most {
    SIZE("999999999.999"),
    PRICE("9999999999999999.99"),
    QUANTITY("999999999999999.999");

    private final BigDecimal limit;

    Most(String limit) {
        this.limit = new BigDecimal(limit);
    }

    /** Gives the number back when it can be kept after rounding. */
    @Nullable BigDecimal of(@Nullable BigDecimal number) throws NotANumber {
        // 8 digits before the point fit everywhere, and nearly all numbers are as short
        if (number != null
                && number.precision() - number.scale() > 8
                && number.setScale(limit.scale(), RoundingMode.HALF_UP).abs().compareTo(limit) > 0) {
            throw new NotANumber(true);
        }
        return number;
    }
}
