package ru.freesport.console.shared;

import java.math.BigDecimal;

/** A sum of money to the kopeck, in one currency; never a floating-point number. May be negative. */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    public static final String ROUBLES = "RUB";

    private static final int KOPECKS = 2;

    /** @throws IllegalArgumentException for parts of a kopeck, or a currency that is no code of three letters */
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Not a currency: " + currency);
        }
        if (amount.stripTrailingZeros().scale() > KOPECKS) {
            throw new IllegalArgumentException("Parts of a kopeck: " + amount);
        }
        amount = amount.setScale(KOPECKS);
    }

    public static Money roubles(BigDecimal amount) {
        return new Money(amount, ROUBLES);
    }

    public static Money roubles(String amount) {
        return roubles(new BigDecimal(amount));
    }

    public Money zero() {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency);
        }
        return other;
    }

    /** As machines write it: {@code 4590.00}. */
    public String plain() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return plain() + " " + currency;
    }
}
