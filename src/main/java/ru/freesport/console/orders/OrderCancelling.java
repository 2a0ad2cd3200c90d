package ru.freesport.console.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;

/** Cancels orders that 1C was not offered yet; cancelling twice is the same as once. */
@Service
public class OrderCancelling {

    private final JdbcClient database;
    private final OrderReading reading;
    private final OrderEvents events;
    private final AuditLog audit;
    private final CurrentUser user;

    OrderCancelling(JdbcClient database, OrderReading reading, OrderEvents events, AuditLog audit, CurrentUser user) {
        this.database = database;
        this.reading = reading;
        this.events = events;
        this.audit = audit;
        this.user = user;
    }

    /** @param number of the order */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'MANAGER', 'SUPPORT', 'ADMIN')")
    @Transactional
    public Cancellation cancel(String number, String reason) {
        // not FOR UPDATE: who holds a part meanwhile notes an event, which refers to the order
        Optional<UUID> id = database.sql("SELECT id FROM shop_order WHERE number = ? FOR NO KEY UPDATE")
                .param(number)
                .query(UUID.class)
                .optional();
        if (id.isEmpty()) {
            return new Cancellation.Unknown();
        }
        List<String> states = database.sql(
                        "SELECT export_state FROM order_part WHERE order_id = ? ORDER BY id FOR UPDATE")
                .param(id.get())
                .query(String.class)
                .list();
        Order order = reading.byId(id.get());
        if (order.status() == OrderStatus.CANCELLED) {
            return new Cancellation.Cancelled(order);
        }
        if (order.status().isTerminal()) {
            return new Cancellation.Refused(order, Cancellation.Why.AT_ITS_END);
        }
        if (states.stream().anyMatch(state -> !state.equals(ExportState.NEW.name()))) {
            return new Cancellation.Refused(order, Cancellation.Why.WITH_ONEC);
        }
        database.sql("UPDATE order_part SET status = 'CANCELLED' WHERE order_id = ?")
                .param(id.get())
                .update();
        database.sql("UPDATE shop_order SET status = 'CANCELLED', changed_at = now() WHERE id = ?")
                .param(id.get())
                .update();
        events.note(id.get(), null, OrderEvent.Kind.CANCELLED, reason.isBlank() ? null : reason.strip());
        audit.record(
                user.actor(),
                "orders.order.cancelled",
                "order:" + number,
                order.status().name(),
                OrderStatus.CANCELLED.name(),
                reason.strip());
        return new Cancellation.Cancelled(reading.byId(id.get()));
    }
}
