package ru.freesport.console.orders;

import java.util.List;

/** What became of a wish to place an order. */
public sealed interface Placement {

    record Placed(Order order) implements Placement {}

    /** @param violations never empty */
    record Refused(List<OrderViolation> violations) implements Placement {}
}
