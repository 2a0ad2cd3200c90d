package ru.freesport.console.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.SellableVariant;

/** Reads orders, parts and rows: three queries, however many of them. */
@Component
class OrderReading {

    private final JdbcClient database;

    OrderReading(JdbcClient database) {
        this.database = database;
    }

    Optional<Order> byNumber(String number) {
        return database.sql("""
                        SELECT id FROM shop_order WHERE number = :number
                        UNION SELECT order_id FROM order_part WHERE number = :number""")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(this::byId);
    }

    Order byId(UUID id) {
        return byIds(List.of(id)).get(id);
    }

    Map<UUID, Order> byIds(Collection<UUID> ids) {
        Object all = ids.toArray(UUID[]::new);
        Map<UUID, List<OrderPart>> parts = new HashMap<>();
        Map<UUID, List<OrderLine>> lines = lines(
                "SELECT l.* FROM order_line l JOIN order_part p ON p.id = l.part_id WHERE p.order_id = ANY(?)", all);
        database.sql("SELECT * FROM order_part WHERE order_id = ANY(?) ORDER BY order_id, position")
                .param(all)
                .query(row -> {
                    parts.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                            .add(part(row, lines.getOrDefault(row.getObject("id", UUID.class), List.of())));
                });
        Map<UUID, Order> found = new HashMap<>();
        database.sql("SELECT * FROM shop_order WHERE id = ANY(?)").param(all).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            found.put(id, order(row, parts.getOrDefault(id, List.of())));
        });
        return found;
    }

    /** By part id, in their order. */
    private Map<UUID, List<OrderLine>> lines(String select, Object ids) {
        Map<UUID, List<OrderLine>> found = new HashMap<>();
        database.sql(select + " ORDER BY l.part_id, l.position").param(ids).query(row -> {
            found.computeIfAbsent(row.getObject("part_id", UUID.class), _ -> new ArrayList<>())
                    .add(line(row));
        });
        return found;
    }

    private static Order order(ResultSet row, List<OrderPart> parts) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("customer_id", UUID.class),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("currency"),
                row.getBigDecimal("goods"),
                row.getBigDecimal("discount"),
                new OrderDelivery(
                        row.getString("delivery_carrier"),
                        row.getString("delivery_kind"),
                        row.getString("delivery_point_code"),
                        row.getString("delivery_address"),
                        row.getBigDecimal("delivery_cost")),
                row.getBigDecimal("total"),
                OrderStatus.valueOf(row.getString("status")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                row.getString("comment"),
                parts);
    }

    private static OrderPart part(ResultSet row, List<OrderLine> lines) throws SQLException {
        return new OrderPart(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("number"),
                row.getString("onec_key"),
                new VatRate(row.getString("vat_rate")),
                row.getString("warehouse_onec_id"),
                row.getString("warehouse_name"),
                row.getString("organisation"),
                row.getBigDecimal("total"),
                row.getBigDecimal("vat_amount"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("onec_status"),
                ExportState.valueOf(row.getString("export_state")),
                row.getInt("offers"),
                instant(row, "offered_at"),
                instant(row, "last_offered_at"),
                instant(row, "handed_over_at"),
                way(row.getString("handed_over_how")),
                row.getString("batch"),
                instant(row, "confirmed_at"),
                way(row.getString("confirmed_how")),
                row.getString("onec_number"),
                instant(row, "rejected_at"),
                row.getString("rejected_text"),
                lines);
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        String unit = row.getString("unit_code");
        String level = row.getString("price_level");
        return new OrderLine(
                row.getInt("position"),
                OrderLine.Kind.valueOf(row.getString("kind")),
                row.getString("variant_onec_id"),
                row.getString("name"),
                row.getString("article"),
                unit == null
                        ? null
                        : new SellableVariant.Unit(
                                unit,
                                row.getString("unit_short_name"),
                                row.getString("unit_name"),
                                row.getString("unit_international_code")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price"),
                row.getBigDecimal("discount"),
                row.getBigDecimal("sum"),
                new VatRate(row.getString("vat_rate")),
                OrderLine.VatSource.valueOf(row.getString("vat_source")),
                row.getBigDecimal("vat_amount"),
                level == null ? null : PriceLevel.valueOf(level),
                row.getString("price_type_name"),
                row.getBoolean("price_listed"));
    }

    private static @Nullable HandoverWay way(@Nullable String name) {
        return name == null ? null : HandoverWay.valueOf(name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
