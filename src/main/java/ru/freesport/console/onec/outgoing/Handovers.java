package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.sync.CustomerHandover;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.OrderHandover;

/** Tells whose records they are what became of them. */
@Component
class Handovers {

    private final OutgoingTable table;
    private final OrderHandover orders;
    private final CustomerHandover customers;

    Handovers(OutgoingTable table, OrderHandover orders, CustomerHandover customers) {
        this.table = table;
        this.orders = orders;
        this.customers = customers;
    }

    /** They were given to 1C by a way that answers later. */
    void handedOver(Collection<String> keys, HandoverWay way, String batch) {
        byKind(keys).forEach((kind, some) -> {
            switch (kind) {
                case ORDER -> orders.handedOver(some, way, batch);
                case CUSTOMER -> customers.handedOver(some);
            }
        });
    }

    /** What is not known at all counts as an order: 1C answers about those most. */
    Map<OutgoingKind, Set<String>> byKind(Collection<String> keys) {
        Map<String, OutgoingKind> kinds = table.kinds(keys);
        Map<OutgoingKind, Set<String>> byKind = new HashMap<>();
        keys.forEach(key -> byKind.computeIfAbsent(kinds.getOrDefault(key, OutgoingKind.ORDER), _ -> new HashSet<>())
                .add(key));
        return byKind;
    }
}
