package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KopeckSharesTest {

    @Test
    void theKopecksLeftOverGoToTheLargestRemainders() {
        assertThat(shares("0.05", "1.00", "1.00", "1.00")).containsExactly("0.02", "0.02", "0.01");
        assertThat(shares("10.00", "1.00", "2.00")).containsExactly("3.33", "6.67");
        assertThat(shares("0.01", "5.00", "5.01")).containsExactly("0.00", "0.01");
        assertThat(shares("0.00", "0.00", "1.00")).containsExactly("0.00", "0.00");
    }

    @Test
    void whateverIsDividedAddsUpAndNoShareIsLargerThanItsPart() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            List<BigDecimal> parts = new ArrayList<>();
            for (int part = 0; part <= random.nextInt(12); part++) {
                parts.add(
                        BigDecimal.valueOf(random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(10_000_000), 2));
            }
            BigDecimal all = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal sum =
                    BigDecimal.valueOf((long) (all.movePointRight(2).longValueExact() * random.nextDouble()), 2);
            List<BigDecimal> shares = KopeckShares.of(sum, parts);
            assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("%s over %s", sum, parts)
                    .isEqualByComparingTo(sum);
            for (int part = 0; part < parts.size(); part++) {
                assertThat(shares.get(part)).as("%s over %s", sum, parts).isBetween(BigDecimal.ZERO, parts.get(part));
            }
        }
    }

    @Test
    void aSumOverNothingIsRefused() {
        assertThatThrownBy(() -> shares("1.00", "0.00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shares("-1.00", "1.00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> shares(String sum, String... weights) {
        return KopeckShares.of(
                        new BigDecimal(sum),
                        java.util.Arrays.stream(weights).map(BigDecimal::new).toList())
                .stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
