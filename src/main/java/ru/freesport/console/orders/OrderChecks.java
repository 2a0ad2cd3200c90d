package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.SellableVariant;
import ru.freesport.console.orders.OrderViolation.Rule;

/** Judges a wished order before anything is written; every violation is told, not only the first. */
final class OrderChecks {

    private static final int QUANTITY_DIGITS = 3;
    private static final int KOPECKS = 2;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final List<OrderViolation> found = new ArrayList<>();

    static List<OrderViolation> of(NewOrder order, Map<String, SellableVariant> variants, int mostLines) {
        OrderChecks checks = new OrderChecks();
        checks.order(order, mostLines);
        for (int at = 0; at < order.lines().size(); at++) {
            checks.line(order.lines().get(at), at, variants);
        }
        return checks.found;
    }

    private void order(NewOrder order, int mostLines) {
        if (order.lines().isEmpty()) {
            add(Rule.NO_LINES, null);
        }
        if (order.lines().size() > mostLines) {
            add(Rule.TOO_MANY_LINES, Integer.toString(mostLines));
        }
        if (!isMoney(order.delivery().cost())) {
            add(Rule.DELIVERY_COST_WRONG, order.delivery().cost().toPlainString());
        }
        if (!isMoney(order.discount())) {
            add(Rule.DISCOUNT_WRONG, order.discount().toPlainString());
        }
    }

    private void line(NewOrder.Line line, int at, Map<String, SellableVariant> variants) {
        SellableVariant variant = variants.get(line.variantOnecId());
        if (variant == null) {
            add(Rule.VARIANT_UNKNOWN, at, line.variantOnecId());
        } else if (!variant.isActive()) {
            add(Rule.VARIANT_NOT_SOLD, at, line.variantOnecId());
        }
        number(line.quantity(), QUANTITY_DIGITS, at, Rule.QUANTITY_TOO_FINE, Rule.QUANTITY_TOO_LARGE);
        number(line.price(), KOPECKS, at, Rule.PRICE_TOO_FINE, Rule.PRICE_TOO_LARGE);
        if (line.quantity().signum() <= 0) {
            add(Rule.QUANTITY_NOT_POSITIVE, at, line.quantity().toPlainString());
        }
        if (line.price().signum() < 0) {
            add(Rule.PRICE_NEGATIVE, at, line.price().toPlainString());
        }
    }

    private void number(BigDecimal value, int digits, int at, Rule tooFine, Rule tooLarge) {
        if (value.abs().compareTo(MOST) > 0) {
            add(tooLarge, at, null);
        } else if (digitsOf(value) > digits) {
            add(tooFine, at, value.toPlainString());
        }
    }

    private static boolean isMoney(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(MOST) <= 0 && digitsOf(value) <= KOPECKS;
    }

    private static int digitsOf(BigDecimal value) {
        return value.stripTrailingZeros().scale();
    }

    private void add(Rule rule, @Nullable String value) {
        found.add(new OrderViolation(rule, null, value));
    }

    private void add(Rule rule, int line, @Nullable String value) {
        found.add(new OrderViolation(rule, line, value));
    }
}
