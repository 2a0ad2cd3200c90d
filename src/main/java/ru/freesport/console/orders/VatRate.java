package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A VAT rate as it is kept: per cent without needless zeroes, or {@link #NONE}. That a rate is not known is an absent
 * rate, never this one.
 */
public record VatRate(String code) {

    /** The goods bear no VAT at all, which is not the same as 0 %. */
    public static final VatRate NONE = new VatRate("NONE");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");
    private static final int GENERAL_RATE_ROSE = 2026;
    private static final int KOPECKS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public VatRate {
        if (!"NONE".equals(code) && !code.matches("\\d{1,2}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("No VAT rate: " + code);
        }
    }

    public static VatRate of(int percent) {
        return new VatRate(Integer.toString(percent));
    }

    /** What applies to goods of which nothing else is known: 20 %, from 2026 on 22 %; Tax Code of Russia, article 164. */
    static VatRate generalIn(int year) {
        return of(year < GENERAL_RATE_ROSE ? 20 : 22);
    }

    /** Reads what the catalogue knows: {@code 22}, {@code 10.00}, {@code 22%}, {@code NO_VAT}; empty when it says nothing. */
    public static Optional<VatRate> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = text.strip();
        if (plain.equals("NO_VAT") || plain.equals(NONE.code)) {
            return Optional.of(NONE);
        }
        Matcher number = NUMBER.matcher(plain);
        return number.lookingAt() && plain.substring(number.end()).matches("\\s*%?")
                ? Optional.of(new VatRate(new BigDecimal(number.group().replace(',', '.'))
                        .stripTrailingZeros()
                        .toPlainString()))
                : Optional.empty();
    }

    /** Empty where there is no VAT. */
    public Optional<BigDecimal> percent() {
        return equals(NONE) ? Optional.empty() : Optional.of(new BigDecimal(code));
    }

    /** The VAT inside a sum that includes it: sum × rate / (100 + rate), half up to the kopeck. */
    public BigDecimal includedIn(BigDecimal sum) {
        return percent()
                .map(rate -> sum.multiply(rate).divide(HUNDRED.add(rate), KOPECKS, RoundingMode.HALF_UP))
                .orElseGet(() -> BigDecimal.ZERO.setScale(KOPECKS));
    }
}
