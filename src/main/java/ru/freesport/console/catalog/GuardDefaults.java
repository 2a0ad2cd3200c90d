package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The guard's limits until a person sets others; each means the same as in {@link GuardLimits}. */
@ConfigurationProperties("freesport.catalog.guard")
record GuardDefaults(
        @Nullable BigDecimal priceChange,
        @Nullable BigDecimal zeroedShare,
        int zeroedLeast,
        @Nullable BigDecimal hiddenShare,
        int hiddenLeast,
        List<PriceLevel> ladder) {

    GuardLimits limits() {
        return new GuardLimits(priceChange, zeroedShare, zeroedLeast, hiddenShare, hiddenLeast, ladder);
    }
}
