package ru.freesport.console.onec.outgoing;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.partners.CallOutcome;

/** Parts of orders. */
record OrderFreight(OrderHandover handover, OnecOrders onec, OrderWriter writer, Clock clock) implements Freight {

    @Override
    public OutgoingKind kind() {
        return OutgoingKind.ORDER;
    }

    @Override
    public String circuit() {
        return OnecCircuits.ORDERS;
    }

    @Override
    public int most() {
        return OnecOrders.BATCH;
    }

    @Override
    public Map<String, String> waiting(int limit) {
        Map<String, String> numbers = new LinkedHashMap<>();
        handover.namesToExport(limit).forEach(part -> numbers.put(part.key(), part.number()));
        return numbers;
    }

    @Override
    public Map<String, String> find(Collection<String> keys) {
        return numbers(handover.find(keys));
    }

    static Map<String, String> numbers(Collection<PartForExport> parts) {
        Map<String, String> numbers = new LinkedHashMap<>();
        parts.forEach(part -> numbers.put(part.key(), part.number()));
        return numbers;
    }

    @Override
    public Set<String> prepared(Collection<String> keys) {
        return handover.prepared(keys);
    }

    @Override
    public byte[] write(Collection<String> keys) {
        return writer.write(handover.find(keys), clock.instant());
    }

    @Override
    public CallOutcome<List<RecordCalls.Result>> take(byte[] document, String batch, @Nullable Long replayOf) {
        return onec.take(document, batch, replayOf);
    }

    @Override
    public CallOutcome<Map<String, String>> lookUp(Collection<String> keys) {
        return onec.lookUp(keys);
    }

    @Override
    public void confirmed(Map<String, String> numbers, HandoverWay way) {
        handover.confirmed(
                numbers.entrySet().stream()
                        .map(one -> new OrderHandover.Confirmation(
                                one.getKey(), one.getValue().isBlank() ? null : one.getValue()))
                        .toList(),
                way);
    }

    @Override
    public void rejected(String key, String text) {
        handover.rejected(key, text);
    }

    @Override
    public void handedOver(Collection<String> keys, HandoverWay way, String batch) {
        handover.handedOver(keys, way, batch);
    }
}
