package ru.freesport.console.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;

/** Lists orders, newest first. */
@Service
@PreAuthorize(OrderList.MAY_LOOK)
@Transactional(readOnly = true)
public class OrderList {

    /** Beyond this a list says "more than". */
    public static final int COUNTED = 1000;

    static final String MAY_LOOK = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER')";

    private static final int MOST_CUSTOMERS = 500;
    /** The page is found first, by index; everything else is looked up for it alone. */
    private static final String PAGE = """
            WITH page AS MATERIALIZED (SELECT o.* FROM shop_order o WHERE %2$s ORDER BY o.position DESC LIMIT :limit)
            SELECT page.*, s.* FROM page CROSS JOIN LATERAL (
                SELECT count(*) AS parts, bool_or(p.rejected_at IS NOT NULL) AS rejected,
                    max(p.offers) FILTER (WHERE %1$s) AS offers, min(p.offered_at) FILTER (WHERE %1$s) AS offered_at,
                    min(array_position(ARRAY['NEW', 'PREPARED', 'HANDED_OVER', 'CONFIRMED'], p.export_state))
                        AS export_state
                FROM order_part p WHERE p.order_id = page.id) s
            ORDER BY page.position DESC""";

    private final JdbcClient database;
    private final Customers customers;
    private final OrdersSettings settings;
    private final CurrentUser user;
    private final AuditLog audit;

    OrderList(JdbcClient database, Customers customers, OrdersSettings settings, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.customers = customers;
        this.settings = settings;
        this.user = user;
        this.audit = audit;
    }

    /** @param below position of the last order before the page; null asks for the first page */
    public List<ListedOrder> page(OrderFilter filter, @Nullable Long below, int limit) {
        OrderQuery query = query(filter);
        if (below != null) {
            query.below(below);
        }
        List<ListedOrder> rows = database.sql(PAGE.formatted(OrderQuery.UNCONFIRMED, query.conditions()))
                .params(query.values())
                .param("limit", limit)
                .query(OrderList::row)
                .list();
        Map<UUID, Customer> names = customers.glance(
                rows.stream().map(ListedOrder::customerId).distinct().toList());
        return rows.stream()
                .map(row -> row.of(
                        names.containsKey(row.customerId())
                                ? names.get(row.customerId()).name()
                                : ""))
                .toList();
    }

    /** No further than one beyond {@link #COUNTED}. */
    public int count(OrderFilter filter) {
        OrderQuery query = query(filter);
        return database.sql("SELECT count(*) FROM (SELECT FROM shop_order o WHERE " + query.conditions()
                        + " LIMIT :limit) counted")
                .params(query.values())
                .param("limit", COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** Orders with a part that 1C rejected or does not confirm, for a badge. */
    public int troubles() {
        return count(new OrderFilter("", null, null, true));
    }

    /** What 1C has left unconfirmed for longer than it may; empty when there is nothing. */
    public Optional<SilentOrders> silent() {
        return database.sql("""
                        SELECT count(DISTINCT order_id), min(offered_at), max(offers) FROM (
                            SELECT p.order_id, p.offered_at, p.offers FROM order_part p WHERE %s
                            ORDER BY p.offered_at LIMIT :limit) silent HAVING count(*) > 0
                        """.formatted(OrderQuery.OVERDUE))
                .param("window", (double) settings.confirmation().toSeconds())
                .param("limit", COUNTED + 1)
                .query((row, _) ->
                        new SilentOrders(row.getInt(1), row.getTimestamp(2).toInstant(), row.getInt(3)))
                .optional();
    }

    /** Every order of the filter, page by page: no long transaction, no growing memory. It is audited. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(OrderFilter filter, Consumer<ListedOrder> row) {
        audit.record(user.actor(), "orders.exported", "orders", null, filter.toString(), null);
        Long below = null;
        List<ListedOrder> page;
        do {
            page = page(filter, below, COUNTED);
            page.forEach(row);
            below = page.isEmpty() ? below : Long.valueOf(page.getLast().position());
        } while (page.size() == COUNTED);
    }

    private OrderQuery query(OrderFilter filter) {
        List<UUID> named = filter.text().isEmpty() || !customers.mayKnow()
                ? List.of()
                : customers.search(filter.text(), MOST_CUSTOMERS);
        return new OrderQuery(filter, named, settings.confirmation().toSeconds());
    }

    private static ListedOrder row(ResultSet row, int number) throws SQLException {
        Timestamp offered = row.getTimestamp("offered_at");
        return new ListedOrder(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getString("number"),
                row.getTimestamp("placed_at").toInstant(),
                row.getObject("customer_id", UUID.class),
                "",
                row.getBigDecimal("total"),
                row.getString("currency"),
                OrderStatus.valueOf(row.getString("status")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                row.getInt("parts"),
                ExportState.values()[Math.max(1, row.getInt("export_state")) - 1],
                row.getBoolean("rejected"),
                offered == null ? null : new ListedOrder.Unconfirmed(row.getInt("offers"), offered.toInstant()));
    }
}
