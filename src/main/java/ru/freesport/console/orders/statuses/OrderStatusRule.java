package ru.freesport.console.orders.statuses;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ru.freesport.console.orders.OrderStatus;

/** The status of a whole order, made of its parts'; the first rule that applies decides. */
enum OrderStatusRule {
    ALL_PARTS_EQUAL(parts -> parts.size() == 1, parts -> parts),
    ANY_PART_PENDING(parts -> parts.contains(OrderStatus.PENDING), _ -> Set.of(OrderStatus.PENDING)),
    LEAST_OF_THE_OPEN_PARTS(
            parts -> parts.stream().anyMatch(status -> !status.isTerminal()), OrderStatusRule::withoutTerminal),
    DIFFERENT_ENDS_ARE_CANCELLED(_ -> true, _ -> Set.of(OrderStatus.CANCELLED));

    private final Predicate<Set<OrderStatus>> applies;
    private final UnaryOperator<Set<OrderStatus>> narrowed;

    OrderStatusRule(Predicate<Set<OrderStatus>> applies, UnaryOperator<Set<OrderStatus>> narrowed) {
        this.applies = applies;
        this.narrowed = narrowed;
    }

    /** @param parts of at least one part */
    static OrderStatusRule of(Collection<OrderStatus> parts) {
        Set<OrderStatus> different = new TreeSet<>(parts);
        return Arrays.stream(values())
                .filter(rule -> rule.applies.test(different))
                .findFirst()
                .orElseThrow();
    }

    static OrderStatus status(Collection<OrderStatus> parts) {
        return new TreeSet<>(of(parts).narrowed.apply(new TreeSet<>(parts))).first();
    }

    private static Set<OrderStatus> withoutTerminal(Set<OrderStatus> parts) {
        Set<OrderStatus> open = new TreeSet<>(parts);
        open.removeIf(OrderStatus::isTerminal);
        return open;
    }
}
