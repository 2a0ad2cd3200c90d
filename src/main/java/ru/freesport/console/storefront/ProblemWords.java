package ru.freesport.console.storefront;

import ru.freesport.console.customers.CustomerRule;
import ru.freesport.console.orders.OrderViolation;
import ru.freesport.console.payments.PaymentBegin;

/** Says a rule's name in words for the storefront's developer: {@code QUANTITY_NOT_POSITIVE} is "quantity not positive". */
final class ProblemWords {

    private ProblemWords() {}

    static String of(CustomerRule rule) {
        return words(rule.name());
    }

    static String of(OrderViolation violation) {
        String words = words(violation.rule().name());
        return violation.value() == null ? words : words + ": " + violation.value();
    }

    static String of(PaymentBegin.Refused refused) {
        String words = words(refused.rule().name());
        return refused.value().isEmpty() ? words : words + ": " + refused.value();
    }

    private static String words(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
