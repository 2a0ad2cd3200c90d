package ru.freesport.console.orders.statuses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.PaymentStatus;

/** Locks and reads the orders that documents speak of: a handful of queries, however many of them. */
@Component
class KnownOrders {

    private final JdbcClient database;

    KnownOrders(JdbcClient database) {
        this.database = database;
    }

    /** Orders first, then their parts, each in the order of their ids, as everybody locks them. */
    List<KnownOrder> lock(Collection<UUID> orderIds) {
        UUID[] ids = orderIds.toArray(UUID[]::new);
        List<Found> orders = database.sql(
                        "SELECT id, number, status, payment_status FROM shop_order WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query((row, _) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        OrderStatus.valueOf(row.getString("status")),
                        PaymentStatus.valueOf(row.getString("payment_status"))))
                .list();
        List<UUID> partIds = database.sql("SELECT id FROM order_part WHERE order_id = ANY(:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query(UUID.class)
                .list();
        Map<UUID, List<KnownPart>> parts = parts(partIds.toArray(UUID[]::new));
        return orders.stream()
                .map(order -> new KnownOrder(
                        order.id,
                        order.number,
                        order.status,
                        order.paymentStatus,
                        parts.getOrDefault(order.id, List.of())))
                .toList();
    }

    private record Found(UUID id, String number, OrderStatus status, PaymentStatus paymentStatus) {}

    private Map<UUID, List<KnownPart>> parts(UUID[] ids) {
        Map<UUID, List<LineDifferences.Ordered>> ordered = ordered(ids);
        Map<UUID, List<ReportedOrder.Line>> told = told(ids);
        Map<UUID, List<KnownPart>> parts = new LinkedHashMap<>();
        database.sql("""
                        SELECT p.id AS part, p.order_id, p.number, p.onec_key, p.export_state, p.onec_number, p.status,
                            r.*
                        FROM order_part p LEFT JOIN order_report r ON r.part_id = p.id
                        WHERE p.id = ANY(:ids) ORDER BY p.order_id, p.position""").param("ids", ids).query(row -> {
            UUID id = row.getObject("part", UUID.class);
            parts.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                    .add(part(row, id, ordered.getOrDefault(id, List.of()), told.get(id)));
        });
        return parts;
    }

    private Map<UUID, List<LineDifferences.Ordered>> ordered(UUID[] ids) {
        Map<UUID, List<LineDifferences.Ordered>> found = new HashMap<>();
        database.sql("SELECT * FROM order_line WHERE part_id = ANY(:ids) ORDER BY part_id, position")
                .param("ids", ids)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("part_id", UUID.class), _ -> new ArrayList<>())
                            .add(new LineDifferences.Ordered(
                                    row.getString("variant_onec_id"),
                                    row.getString("name"),
                                    row.getBigDecimal("quantity"),
                                    row.getBigDecimal("sum")));
                });
        return found;
    }

    private Map<UUID, List<ReportedOrder.Line>> told(UUID[] ids) {
        Map<UUID, List<ReportedOrder.Line>> found = new HashMap<>();
        database.sql("SELECT * FROM order_report_line WHERE part_id = ANY(:ids) ORDER BY part_id, position")
                .param("ids", ids)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("part_id", UUID.class), _ -> new ArrayList<>())
                            .add(line(row));
                });
        return found;
    }

    static ReportedOrder.Line line(ResultSet row) throws SQLException {
        return new ReportedOrder.Line(
                row.getString("variant_onec_id"),
                row.getString("name"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("sum"),
                row.getBoolean("service"));
    }

    private static KnownPart part(
            ResultSet row, UUID id, List<LineDifferences.Ordered> ordered, @Nullable List<ReportedOrder.Line> told)
            throws SQLException {
        return new KnownPart(
                id,
                row.getObject("order_id", UUID.class),
                row.getString("number"),
                row.getString("onec_key"),
                ExportState.valueOf(row.getString("export_state")),
                row.getString("onec_number"),
                ordered,
                OrderStatus.valueOf(row.getString("status")),
                row.getString("standing") == null ? ReportFacts.NOTHING : facts(row, told),
                new Heard(
                        row.getObject("made_at", LocalDateTime.class),
                        row.getObject("paid_made_at", LocalDateTime.class),
                        row.getObject("shipped_made_at", LocalDateTime.class),
                        row.getObject("lines_made_at", LocalDateTime.class)));
    }

    private static ReportFacts facts(ResultSet row, @Nullable List<ReportedOrder.Line> told) throws SQLException {
        return new ReportFacts(
                row.getString("word"),
                Standing.valueOf(row.getString("standing")),
                row.getObject("onec_date", java.time.LocalDate.class),
                (Boolean) row.getObject("posted"),
                (Boolean) row.getObject("cancelled"),
                (Boolean) row.getObject("shipped"),
                (Boolean) row.getObject("deleted"),
                row.getObject("paid_on", java.time.LocalDate.class),
                row.getBoolean("payment_withdrawn"),
                row.getObject("shipped_on", java.time.LocalDate.class),
                row.getBoolean("shipment_withdrawn"),
                told);
    }
}
