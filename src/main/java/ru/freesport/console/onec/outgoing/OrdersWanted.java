package ru.freesport.console.onec.outgoing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.orders.PartForExport;

/**
 * Which of the orders that wait a run is to send.
 *
 * @param ids numbers of orders or of their parts, or the keys 1C knows them by; empty: any
 * @param since placed at or after it; null: any time
 */
record OrdersWanted(Set<String> ids, @Nullable Instant since) {

    static OrdersWanted of(RunContext run) {
        return new OrdersWanted(
                run.parameter("ids")
                        .map(ids -> Arrays.stream(ids.split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .collect(Collectors.toSet()))
                        .orElse(Set.of()),
                run.parameter("since").map(Instant::parse).orElse(null));
    }

    boolean isEverything() {
        return ids.isEmpty() && since == null;
    }

    boolean hold(PartForExport part) {
        return (ids.isEmpty()
                        || ids.contains(part.number())
                        || ids.contains(part.orderNumber())
                        || ids.contains(part.key()))
                && (since == null || !part.placedAt().isBefore(since));
    }
}
