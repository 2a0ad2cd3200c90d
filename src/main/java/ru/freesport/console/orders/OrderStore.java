package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.catalog.SellableVariant;

/** Writes a placed order with its parts and rows. */
@Component
class OrderStore {

    private static final String LINE = """
            INSERT INTO order_line (part_id, position, kind, variant_onec_id, name, article, unit_code, unit_short_name,
                unit_name, unit_international_code, quantity, price, discount, sum, vat_rate, vat_source, vat_amount,
                price_level, price_type_name, price_listed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    OrderStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    UUID store(String number, NewOrder order, BigDecimal goods, List<OrderSplit.Draft> parts, Instant now) {
        UUID id = UUID.randomUUID();
        BigDecimal total = parts.stream().map(OrderSplit.Draft::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        OrderDelivery delivery = order.delivery();
        database.sql("""
                        INSERT INTO shop_order (id, number, customer_id, placed_at, currency, goods, discount,
                            delivery_cost, total, status, payment_status, delivery_carrier, delivery_kind,
                            delivery_point_code, delivery_address, comment, changed_at)
                        VALUES (:id, :number, :customer, :now, 'RUB', :goods, :discount, :delivery, :total, 'PENDING',
                            'UNPAID', :carrier, :kind, :point, :address, :comment, :now)""")
                .param("id", id)
                .param("number", number)
                .param("customer", order.customerId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("goods", goods)
                .param("discount", order.discount())
                .param("delivery", delivery.cost())
                .param("total", total)
                .param("carrier", delivery.carrier())
                .param("kind", delivery.kind())
                .param("point", delivery.pointCode())
                .param("address", delivery.address())
                .param("comment", order.comment())
                .update();
        for (int at = 0; at < parts.size(); at++) {
            part(id, number, at + 1, parts.get(at), now);
        }
        return id;
    }

    private void part(UUID orderId, String orderNumber, int position, OrderSplit.Draft part, Instant now) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO order_part (id, order_id, position, number, onec_key, vat_rate, warehouse_onec_id,
                            warehouse_name, organisation, total, vat_amount, status, export_state, placed_at)
                        VALUES (:id, :order, :position, :number, :key, :vat, :warehouse, :warehouseName, :organisation,
                            :total, :vatAmount, 'PENDING', 'NEW', :now)""")
                .param("id", id)
                .param("order", orderId)
                .param("position", position)
                .param("number", OrderNumbers.part(orderNumber, position))
                .param("key", "order-" + id)
                .param("vat", part.vat().code())
                .param("warehouse", part.place().warehouseOnecId())
                .param("warehouseName", part.place().warehouseName())
                .param("organisation", part.organisation())
                .param("total", part.total())
                .param("vatAmount", part.vatAmount())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        batches.batchUpdate(LINE, part.lines(), part.lines().size(), (insert, line) -> fill(insert, id, line));
    }

    private static void fill(PreparedStatement insert, UUID partId, OrderLine line) throws SQLException {
        SellableVariant.Unit unit = line.unit();
        int at = 1;
        insert.setObject(at++, partId);
        insert.setInt(at++, line.position());
        insert.setString(at++, line.kind().name());
        insert.setString(at++, line.variantOnecId());
        insert.setString(at++, line.name());
        insert.setString(at++, line.article());
        insert.setString(at++, unit == null ? null : unit.code());
        insert.setString(at++, unit == null ? null : unit.shortName());
        insert.setString(at++, unit == null ? null : unit.fullName());
        insert.setString(at++, unit == null ? null : unit.internationalCode());
        insert.setBigDecimal(at++, line.quantity());
        insert.setBigDecimal(at++, line.price());
        insert.setBigDecimal(at++, line.discount());
        insert.setBigDecimal(at++, line.sum());
        insert.setString(at++, line.vat().code());
        insert.setString(at++, line.vatSource().name());
        insert.setBigDecimal(at++, line.vatAmount());
        insert.setString(
                at++, line.priceLevel() == null ? null : line.priceLevel().name());
        insert.setString(at++, line.priceTypeName());
        insert.setBoolean(at, line.isPriceListed());
    }
}
