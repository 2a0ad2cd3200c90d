package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a packet may do by itself; from a limit on (the limit itself included) it waits for a person.
 *
 * @param priceChange per cent by which a price may rise or fall; null: prices may change by any
 * @param zeroedShare per cent of all variants in stock that may sell out at once; null: any
 * @param zeroedLeast fewer variants than this never hold a packet
 * @param hiddenShare per cent of all products, or of all variants, that may be switched off at once; null: any
 * @param hiddenLeast fewer of them than this never hold a packet
 * @param ladder price levels of which each must be dearer than the one before it; fewer than two: not watched
 */
public record GuardLimits(
        @Nullable BigDecimal priceChange,
        @Nullable BigDecimal zeroedShare,
        int zeroedLeast,
        @Nullable BigDecimal hiddenShare,
        int hiddenLeast,
        List<PriceLevel> ladder) {

    /** From the cheapest to the dearest, as in the shop's own 1C; levels that are not in it have no place in any order. */
    public static final List<PriceLevel> LADDER = List.of(
            PriceLevel.WHOLESALE1,
            PriceLevel.WHOLESALE2,
            PriceLevel.WHOLESALE3,
            PriceLevel.TRAINER,
            PriceLevel.MINIMUM,
            PriceLevel.RECOMMENDED);

    private static final BigDecimal MOST_CHANGE = BigDecimal.valueOf(1000);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public GuardLimits {
        List<PriceLevel> ordered = new ArrayList<>(LADDER);
        ordered.retainAll(ladder);
        ladder = List.copyOf(ordered);
        priceChange = plain(priceChange);
        zeroedShare = plain(zeroedShare);
        hiddenShare = plain(hiddenShare);
    }

    public boolean watchesLadder() {
        return ladder.size() > 1;
    }

    boolean watchesAnything() {
        return priceChange != null || zeroedShare != null || hiddenShare != null || watchesLadder();
    }

    boolean isSensible() {
        return isWithin(priceChange, MOST_CHANGE)
                && isWithin(zeroedShare, WHOLE)
                && isWithin(hiddenShare, WHOLE)
                && zeroedLeast > 0
                && hiddenLeast > 0;
    }

    private static boolean isWithin(@Nullable BigDecimal limit, BigDecimal most) {
        return limit == null || limit.signum() > 0 && limit.compareTo(most) <= 0;
    }

    /** Multiplied, not divided: exactly the limit reaches it, and nothing is rounded. */
    static boolean isReached(BigDecimal percent, long part, long all) {
        return BigDecimal.valueOf(part).movePointRight(2).compareTo(percent.multiply(BigDecimal.valueOf(all))) >= 0;
    }

    /** 10 and 10.00 are one limit. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal limit) {
        if (limit == null) {
            return null;
        }
        BigDecimal shortest = limit.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
