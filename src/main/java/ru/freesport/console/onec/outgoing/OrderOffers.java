package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.PartForExport;

/**
 * Orders for a 1C that asks by itself. What it is given does not go another way meanwhile: only when it keeps silent for
 * longer than the window, and its HTTP service can be called, {@link OrderSending} asks it and sends what it has not.
 */
@Component
public class OrderOffers {

    private static final Logger LOG = LoggerFactory.getLogger(OrderOffers.class);

    private final OrderHandover handover;
    private final OutgoingTable table;
    private final OutgoingFileTable fileTable;

    OrderOffers(OrderHandover handover, OutgoingTable table, OutgoingFileTable fileTable) {
        this.handover = handover;
        this.table = table;
        this.fileTable = fileTable;
    }

    /**
     * What 1C is to be given now, the oldest order first; counted as offered. Joins the caller's transaction, which
     * must be committed before anything is given.
     *
     * @param most so many at once; the rest comes with later questions
     */
    @Transactional
    public List<PartForExport> offer(int most) {
        Set<String> free = table.offer(handover.toAnswer(most));
        Set<String> willing = handover.prepared(free);
        Set<String> others = new HashSet<>(free);
        others.removeAll(willing);
        table.move(others, OutgoingState.WITHDRAWN, Reason.NONE);
        return handover.find(willing).stream()
                .filter(OrderOffers::isSound)
                .sorted(Comparator.comparing(PartForExport::placedAt).thenComparing(PartForExport::number))
                .toList();
    }

    /** @param batch the answer they are in */
    @Transactional
    public void given(Collection<String> keys, String batch) {
        handover.handedOver(keys, HandoverWay.EXCHANGE, batch);
    }

    /**
     * 1C says that it took what it was given.
     *
     * @return the keys that were not known to be there
     */
    @Transactional
    public Set<String> taken(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        table.lock(keys);
        table.confirm(
                keys.stream().collect(Collectors.toMap(Function.identity(), _ -> "")), HandoverWay.EXCHANGE.name());
        // a file for the file server that held nothing else is not needed any more
        fileTable.settle();
        return handover.confirmed(
                keys.stream()
                        .map(key -> new OrderHandover.Confirmation(key, null))
                        .toList(),
                HandoverWay.EXCHANGE);
    }

    /** One order that is wrong must not keep all others from 1C. */
    private static boolean isSound(PartForExport part) {
        boolean sound = OrderWriter.isSound(part);
        if (!sound) {
            LOG.error(
                    "Order part {} is left out of the answer to 1C: its rows do not add up to its total",
                    part.number());
        }
        return sound;
    }
}
