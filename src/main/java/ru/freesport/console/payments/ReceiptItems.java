package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import ru.freesport.console.shared.KopeckShares;
import ru.freesport.console.shared.Money;

/**
 * Turns what was paid for into rows of a receipt that add up to the kopeck, though a discount may leave no whole price of one:
 * then some go at a price, the rest at one kopeck more.
 */
final class ReceiptItems {

    private ReceiptItems() {}

    /** Rows for this many of one thing at this sum; none when nothing was paid for it. */
    static List<ReceiptItem> of(PaymentLine.Kind kind, String name, BigDecimal quantity, Money sum, String vat) {
        if (!sum.isPositive()) {
            return List.of();
        }
        BigDecimal whole = quantity.stripTrailingZeros();
        BigDecimal price = sum.amount().divide(quantity, 2, RoundingMode.DOWN);
        if (price.multiply(quantity).compareTo(sum.amount()) == 0) {
            return List.of(new ReceiptItem(kind, name, plain(whole), Money.roubles(price), vat));
        }
        if (whole.scale() > 0 || price.signum() == 0) {
            return List.of(new ReceiptItem(kind, name, BigDecimal.ONE, sum, vat));
        }
        BigInteger kopecks = sum.amount()
                .subtract(price.multiply(quantity))
                .movePointRight(2)
                .toBigIntegerExact();
        BigDecimal dearer = new BigDecimal(kopecks);
        List<ReceiptItem> items = new ArrayList<>();
        items.add(new ReceiptItem(kind, name, plain(whole.subtract(dearer)), Money.roubles(price), vat));
        items.add(new ReceiptItem(kind, name, dearer, Money.roubles(price.add(new BigDecimal("0.01"))), vat));
        return items;
    }

    static List<ReceiptItem> of(List<PaymentLine> lines) {
        return lines.stream()
                .flatMap(line -> of(line.kind(), line.name(), line.quantity(), line.sum(), line.vat()).stream())
                .toList();
    }

    /** A sum spread over lines in proportion to what is left of them. */
    static List<ReceiptItem> spread(Money sum, List<PaymentLine> lines) {
        List<BigDecimal> shares = KopeckShares.of(
                sum.amount(), lines.stream().map(line -> line.left().amount()).toList());
        List<ReceiptItem> items = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            PaymentLine line = lines.get(at);
            items.addAll(of(line.kind(), line.name(), BigDecimal.ONE, Money.roubles(shares.get(at)), line.vat()));
        }
        return items;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
