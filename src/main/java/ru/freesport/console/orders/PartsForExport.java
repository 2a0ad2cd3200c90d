package ru.freesport.console.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;

/** Gathers what a document for 1C needs: a handful of queries for any number of parts. */
@Component
class PartsForExport {

    private final JdbcClient database;
    private final OrderReading reading;
    private final Customers customers;
    private final OrdersSettings settings;

    PartsForExport(JdbcClient database, OrderReading reading, Customers customers, OrdersSettings settings) {
        this.database = database;
        this.reading = reading;
        this.customers = customers;
        this.settings = settings;
    }

    /** @param condition on {@code order_part p}; the index of open parts wants its states written out */
    List<PartForExport> oldest(String condition, int limit) {
        return parts(
                database.sql("SELECT p.onec_key, p.order_id FROM order_part p WHERE p.export_state <> 'CONFIRMED' AND "
                                + condition + " ORDER BY p.placed_at, p.id LIMIT :limit")
                        .param("limit", limit));
    }

    /** Those offered least first; the condition is one as above. */
    List<OrderHandover.Waiting> waiting(String condition, int limit) {
        return names(condition, "p.offers, p.placed_at, p.id", limit);
    }

    /** In the order of {@link #oldest}. */
    List<OrderHandover.Waiting> namesOfOldest(String condition, int limit) {
        return names(condition, "p.placed_at, p.id", limit);
    }

    private List<OrderHandover.Waiting> names(String condition, String order, int limit) {
        return database.sql("SELECT p.onec_key, p.number FROM order_part p WHERE p.export_state <> 'CONFIRMED' AND "
                        + condition + " ORDER BY " + order + " LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> new OrderHandover.Waiting(row.getString(1), row.getString(2)))
                .list();
    }

    List<PartForExport> byKeys(Collection<String> keys) {
        Map<String, PartForExport> found = parts(
                        database.sql("SELECT onec_key, order_id FROM order_part WHERE onec_key = ANY(:keys)")
                                .param("keys", keys.toArray(String[]::new)))
                .stream()
                .collect(Collectors.toMap(PartForExport::key, Function.identity()));
        return keys.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<PartForExport> parts(JdbcClient.StatementSpec query) {
        List<Ref> refs = query.query((row, _) -> new Ref(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        Map<UUID, Order> orders =
                reading.byIds(refs.stream().map(Ref::orderId).distinct().toList());
        Map<UUID, Customer> who = customers.current(
                orders.values().stream().map(Order::customerId).distinct().toList());
        Map<String, PartForExport> parts = new HashMap<>();
        for (Order order : orders.values()) {
            for (OrderPart part : order.parts()) {
                parts.put(part.onecKey(), part(order, part, Objects.requireNonNull(who.get(order.customerId()))));
            }
        }
        return refs.stream()
                .map(Ref::key)
                .map(parts::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private record Ref(String key, UUID orderId) {}

    private PartForExport part(Order order, OrderPart part, Customer customer) {
        return new PartForExport(
                part.onecKey(),
                part.number(),
                order.number(),
                part.position(),
                order.placedAt(),
                customer,
                part.organisation(),
                part.warehouseOnecId(),
                part.warehouseName(),
                order.currency(),
                part.vat(),
                true,
                part.total(),
                part.vatAmount(),
                part.lines(),
                priceType(part.lines()),
                settings.agreement(),
                settings.operation(),
                settings.action(),
                settings.status(),
                order.delivery(),
                order.paymentStatus(),
                order.comment(),
                part.exportState(),
                part.offers());
    }

    private static @Nullable String priceType(List<OrderLine> lines) {
        return lines.stream()
                .map(OrderLine::priceTypeName)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
