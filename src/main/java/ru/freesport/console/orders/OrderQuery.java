package ru.freesport.console.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns a filter into conditions on {@code shop_order o} that its indexes answer. */
final class OrderQuery {

    /** Told by their numbers, the states need no query of their own. */
    static final String UNCONFIRMED = """
            p.export_state <> 'CONFIRMED' AND p.offered_at IS NOT NULL AND p.rejected_at IS NULL
                AND p.status <> 'CANCELLED'
                AND (p.offers >= 2 OR p.offered_at < now() - make_interval(secs => :window))""";

    /** 1C may not be silent for so long. */
    static final String OVERDUE = """
            p.export_state <> 'CONFIRMED' AND p.offered_at < now() - make_interval(secs => :window)
                AND p.rejected_at IS NULL AND p.status <> 'CANCELLED'""";

    /** What 1C said of a part that is not at its end, and a document that names a part and something else. */
    private static final String ASKED = """
            SELECT p.order_id FROM order_report r JOIN order_part p ON p.id = r.part_id
            WHERE (r.standing = 'UNKNOWN_WORD' OR r.lines_differ OR r.deleted OR r.payment_withdrawn
                OR r.shipment_withdrawn) AND p.status NOT IN ('DELIVERED', 'CANCELLED', 'REFUNDED')
            UNION SELECT p.order_id FROM order_identity i JOIN order_part p ON p.id = i.part_by_number
            WHERE i.decision IS NULL
            UNION SELECT p.order_id FROM order_identity i JOIN order_part p ON p.id = i.part_by_id
            WHERE i.decision IS NULL""";

    private final StringBuilder conditions = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    /** @param customers whom the text may mean */
    OrderQuery(OrderFilter filter, List<UUID> customers, double window) {
        values.put("window", window);
        if (filter.status() != null) {
            and("o.status = :status", "status", filter.status().name());
        }
        if (filter.exportState() != null) {
            and(
                    "EXISTS (SELECT FROM order_part p WHERE p.order_id = o.id AND p.export_state = :state)",
                    "state",
                    filter.exportState().name());
        }
        if (filter.isTrouble()) {
            conditions
                    .append(" AND o.id IN (SELECT p.order_id FROM order_part p WHERE p.rejected_at IS NOT NULL UNION"
                            + " SELECT p.order_id FROM order_part p WHERE ")
                    .append(UNCONFIRMED)
                    .append(")");
        }
        if (filter.isUnconfirmed()) {
            conditions
                    .append(" AND o.id IN (SELECT p.order_id FROM order_part p WHERE ")
                    .append(UNCONFIRMED)
                    .append(")");
        }
        if (filter.isAsked()) {
            conditions.append(" AND o.id IN (").append(ASKED).append(")");
        }
        if (!filter.text().isEmpty()) {
            values.put("start", filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            values.put("text", filter.text());
            and("""
                    o.id IN (SELECT id FROM shop_order WHERE number LIKE :start
                        UNION SELECT order_id FROM order_part WHERE number = :text OR onec_number = :text
                        UNION SELECT id FROM shop_order WHERE customer_id = ANY(:customers))""", "customers", customers.toArray(UUID[]::new));
        }
    }

    void below(long position) {
        and("o.position < :below", "below", position);
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private void and(String condition, String name, Object value) {
        conditions.append(" AND ").append(condition);
        values.put(name, value);
    }
}
