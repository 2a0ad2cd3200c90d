package ru.freesport.console.onec;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.PriceLevel;

/**
 * One thing that a packet would do, beside what was in force when it came.
 *
 * @param onecId of the variant, or of the product where the finding is about a product
 * @param levels price levels that the price feeds
 * @param change per cent, rounded for reading; null when the currency changed
 * @param below of a broken ladder: the level that must be cheaper, with its price
 */
public record Finding(
        long id,
        FindingKind kind,
        String productOnecId,
        String onecId,
        String name,
        @Nullable String article,
        List<PriceLevel> levels,
        @Nullable BigDecimal was,
        @Nullable BigDecimal became,
        @Nullable String wasCurrency,
        @Nullable String currency,
        @Nullable BigDecimal change,
        @Nullable PriceLevel below,
        @Nullable BigDecimal belowAmount) {}
