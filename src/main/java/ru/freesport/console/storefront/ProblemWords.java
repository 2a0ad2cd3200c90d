package ru.freesport.console.storefront;

import ru.freesport.console.customers.CustomerRule;
import ru.freesport.console.orders.OrderViolation;

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

    private static String words(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
