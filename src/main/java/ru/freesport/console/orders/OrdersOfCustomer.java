package ru.freesport.console.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.customers.CustomerReach;

/** The orders that still carry a customer's data somewhere: to 1C, or to whoever has yet to pay. */
@Component
class OrdersOfCustomer implements CustomerReach {

    private final JdbcClient database;

    OrdersOfCustomer(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reached> of(UUID customer) {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE status <> 'CANCELLED' AND EXISTS (SELECT FROM order_part p
                                WHERE p.order_id = o.id AND p.export_state <> 'CONFIRMED')),
                            count(*) FILTER (WHERE status <> 'CANCELLED' AND payment_status = 'UNPAID')
                        FROM shop_order o WHERE o.customer_id IN (SELECT id FROM customer WHERE id = :id OR merged_into = :id)""")
                .param("id", customer)
                .query((row, _) -> {
                    List<Reached> reached = new ArrayList<>();
                    add(reached, "orders.reach.unsent", row.getLong(1), "orders?q=" + customer);
                    add(reached, "orders.reach.unpaid", row.getLong(2), "orders?q=" + customer);
                    return reached;
                })
                .single();
    }

    private static void add(List<Reached> reached, String textKey, long count, String address) {
        if (count > 0) {
            reached.add(new Reached(textKey, count, address));
        }
    }
}
