package ru.freesport.console.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a sum in proportion to others, to the kopeck: the shares always add up to the sum, and none is larger than
 * what it is a share of, as long as the whole is not. Largest remainder; of equal remainders the first wins.
 */
public final class KopeckShares {

    private static final int KOPECKS = 2;

    private KopeckShares() {}

    public static List<BigDecimal> of(BigDecimal sum, List<BigDecimal> weights) {
        BigInteger whole = kopecks(sum);
        List<BigInteger> parts = weights.stream().map(KopeckShares::kopecks).toList();
        BigInteger all = parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() < 0 || whole.signum() > 0 && all.signum() == 0) {
            throw new IllegalArgumentException("Cannot divide " + sum + " over " + weights);
        }
        if (whole.signum() == 0) {
            return weights.stream().map(_ -> BigDecimal.ZERO.setScale(KOPECKS)).toList();
        }
        List<BigInteger> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger left = whole;
        for (BigInteger part : parts) {
            BigInteger[] share = whole.multiply(part).divideAndRemainder(all);
            shares.add(share[0]);
            remainders.add(share[1]);
            left = left.subtract(share[0]);
        }
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed())
                .limit(left.intValueExact())
                .forEach(at -> shares.set(at, shares.get(at).add(BigInteger.ONE)));
        return shares.stream().map(share -> new BigDecimal(share, KOPECKS)).toList();
    }

    private static BigInteger kopecks(BigDecimal sum) {
        return sum.setScale(KOPECKS).unscaledValue();
    }
}
