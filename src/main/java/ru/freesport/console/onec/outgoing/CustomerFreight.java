package ru.freesport.console.onec.outgoing;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.sync.CustomerHandover;
import ru.freesport.console.customers.sync.WaitingCustomer;
import ru.freesport.console.onec.commerceml.CounterpartyWriter;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.CallOutcome;

/** Customers, each with everything that 1C is to know of them; 1C takes a version once and never an older one. */
@Component
class CustomerFreight implements Freight {

    private final CustomerHandover handover;
    private final OnecCustomers onec;
    private final CounterpartyWriter writer;
    private final Clock clock;

    CustomerFreight(CustomerHandover handover, OnecCustomers onec, CounterpartyWriter writer, Clock clock) {
        this.handover = handover;
        this.onec = onec;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public OutgoingKind kind() {
        return OutgoingKind.CUSTOMER;
    }

    @Override
    public String circuit() {
        return OnecCircuits.CUSTOMERS;
    }

    @Override
    public int most() {
        return OnecCustomers.BATCH;
    }

    @Override
    public Map<String, String> waiting(int limit) {
        return numbers(handover.toExport(limit));
    }

    @Override
    public Map<String, String> find(Collection<String> keys) {
        return numbers(handover.find(keys));
    }

    private static Map<String, String> numbers(List<WaitingCustomer> customers) {
        Map<String, String> numbers = new LinkedHashMap<>();
        customers.forEach(customer -> numbers.put(customer.key(), customer.number()));
        return numbers;
    }

    @Override
    public Set<String> prepared(Collection<String> keys) {
        return handover.prepared(keys);
    }

    @Override
    public byte[] write(Collection<String> keys) {
        return writer.write(
                handover.documents(keys).stream().map(CounterpartyDocuments::of).toList(), clock.instant());
    }

    @Override
    public CallOutcome<List<RecordCalls.Result>> take(byte[] document, String batch, @Nullable Long replayOf) {
        return onec.take(document, batch, replayOf);
    }

    /** Only one that has the version it was told last has it. */
    @Override
    public CallOutcome<Map<String, String>> lookUp(Collection<String> keys) {
        return RecordCalls.mapped(onec.lookUp(keys), found -> {
            Map<String, String> numbers = new HashMap<>();
            found.stream()
                    .filter(one -> one.version() != null
                            && one.version().matches("[0-9]{1,18}")
                            && handover.isCurrent(one.key(), Long.parseLong(one.version())))
                    .forEach(one -> numbers.put(one.key(), one.number() == null ? "" : one.number()));
            return numbers;
        });
    }

    @Override
    public void confirmed(Map<String, String> numbers, HandoverWay way) {
        handover.taken(numbers.entrySet().stream()
                .map(one ->
                        new CustomerHandover.Taken(one.getKey(), one.getValue().isBlank() ? null : one.getValue()))
                .toList());
    }

    @Override
    public void rejected(String key, String text) {
        handover.rejected(key, text);
    }

    @Override
    public void handedOver(Collection<String> keys, HandoverWay way, String batch) {
        handover.handedOver(keys);
    }
}
