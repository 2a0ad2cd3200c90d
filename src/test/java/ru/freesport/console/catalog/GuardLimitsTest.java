package ru.freesport.console.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardLimitsTest {

    @Test
    void aShareIsReachedExactlyAtItsLimit() {
        assertThat(GuardLimits.isReached(new BigDecimal("20"), 200, 1000)).isTrue();
        assertThat(GuardLimits.isReached(new BigDecimal("20"), 199, 1000)).isFalse();
        assertThat(GuardLimits.isReached(new BigDecimal("33.3"), 1, 3))
                .as("a third is more than 33.3 per cent")
                .isTrue();
        assertThat(GuardLimits.isReached(new BigDecimal("33.34"), 1, 3)).isFalse();
    }

    @Test
    void theLadderKeepsItsOrderHoweverItIsGiven() {
        GuardLimits limits = new GuardLimits(
                null, null, 1, null, 1, List.of(PriceLevel.RECOMMENDED, PriceLevel.FEDERATION, PriceLevel.WHOLESALE2));
        assertThat(limits.ladder()).containsExactly(PriceLevel.WHOLESALE2, PriceLevel.RECOMMENDED);
        assertThat(limits.watchesLadder()).isTrue();
        assertThat(SomeLimits.NONE.watchesAnything()).isFalse();
    }

    @Test
    void oneLimitIsOneLimitHoweverItIsWritten() {
        assertThat(SomeLimits.ofPrices("10.00")).isEqualTo(SomeLimits.ofPrices("10"));
        assertThat(SomeLimits.ofPrices("10").isSensible()).isTrue();
        assertThat(SomeLimits.ofPrices("0").isSensible()).isFalse();
        assertThat(SomeLimits.ofStock("100.1", 1).isSensible()).isFalse();
        assertThat(SomeLimits.ofStock("100", 0).isSensible()).isFalse();
    }
}
