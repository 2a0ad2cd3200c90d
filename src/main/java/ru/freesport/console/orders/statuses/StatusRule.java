package ru.freesport.console.orders.statuses;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import ru.freesport.console.orders.OrderStatus;

/** Whether 1C's word moves an order part; the first rule that applies decides. */
enum StatusRule {
    SAME_STATUS(false, (from, to) -> from == to),
    TERMINAL_STATUS_STAYS(false, (from, _) -> from.isTerminal()),
    CANCELLED_FROM_ANYWHERE(true, (_, to) -> to == OrderStatus.CANCELLED),
    REFUNDED_FROM_ANYWHERE(true, (_, to) -> to == OrderStatus.REFUNDED),
    NEVER_BACK(false, (from, to) -> rank(to) < rank(from)),
    FORWARD(true, (from, to) -> rank(to) > rank(from));

    private static final List<OrderStatus> WAY = List.of(
            OrderStatus.PENDING,
            OrderStatus.CONFIRMED,
            OrderStatus.PROCESSING,
            OrderStatus.SHIPPED,
            OrderStatus.DELIVERED);

    private final boolean moves;
    private final BiPredicate<OrderStatus, OrderStatus> applies;

    StatusRule(boolean moves, BiPredicate<OrderStatus, OrderStatus> applies) {
        this.moves = moves;
        this.applies = applies;
    }

    static StatusRule of(OrderStatus from, OrderStatus to) {
        return Arrays.stream(values())
                .filter(rule -> rule.applies.test(from, to))
                .findFirst()
                .orElseThrow();
    }

    boolean moves() {
        return moves;
    }

    /** How far along the way of an order that nothing happens to. */
    private static int rank(OrderStatus status) {
        return WAY.indexOf(status);
    }
}
