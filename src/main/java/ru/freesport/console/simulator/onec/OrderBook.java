package ru.freesport.console.simulator.onec;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.LabJournal;

/** The orders the simulated 1C has: one per key, however often it comes and by whichever way. */
final class OrderBook {

    private static final String NEW = "Не согласован";

    private final Map<String, SimulatedOrder> orders = new LinkedHashMap<>();
    private final LabJournal journal;
    private final Clock clock;

    OrderBook(LabJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes one document, or says why not; a key it knows changes nothing. */
    synchronized Taken take(OrderDocument document, String way, String operation) {
        SimulatedOrder known = orders.get(document.key());
        if (known != null) {
            journal.add(operation, document.key(), Outcome.REFUSED, known.number());
            return new Taken(document.key(), "EXISTS", known.number(), null);
        }
        Optional<String> problem = document.problem();
        if (problem.isPresent()) {
            journal.add(operation, document.key(), Outcome.REFUSED, null);
            return new Taken(document.key(), "REJECTED", null, problem.get());
        }
        Instant now = clock.instant();
        String number = "ФС00-%06d".formatted(orders.size() + 1);
        String sum = document.total().orElseThrow().toPlainString();
        orders.put(
                document.key(),
                new SimulatedOrder(document.key(), document.number(), number, sum, NEW, true, way, now, now));
        journal.add(operation, document.key(), Outcome.COMMITTED, number);
        return new Taken(document.key(), "CREATED", number, null);
    }

    synchronized Optional<SimulatedOrder> find(String key) {
        return Optional.ofNullable(orders.get(key));
    }

    synchronized List<SimulatedOrder> all() {
        return new ArrayList<>(orders.values());
    }

    /** Orders whose status moved, the earliest first; those that are wanted by the shop's numbers. */
    synchronized List<SimulatedOrder> changed(GoodsBook.Wanted wanted) {
        return orders.values().stream()
                .filter(order -> !order.changed().isBefore(wanted.since()))
                .filter(order -> wanted.ids().isEmpty() || wanted.ids().contains(order.shopNumber()))
                .sorted((one, other) -> one.changed().compareTo(other.changed()))
                .toList();
    }

    /** Moves the order with this key, 1C number or shop number. */
    synchronized void move(String id, String status, boolean posted) {
        SimulatedOrder order = orders.values().stream()
                .filter(one -> one.key().equals(id)
                        || one.number().equals(id)
                        || one.shopNumber().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("1C has no order " + id));
        orders.put(order.key(), order.moved(status, posted, clock.instant()));
    }

    /**
     * What became of one document; as 1C's HTTP service writes it.
     *
     * @param outcome CREATED, EXISTS or REJECTED
     */
    record Taken(
            String key,
            String outcome,
            @Nullable String number,
            @Nullable String error) {}
}
