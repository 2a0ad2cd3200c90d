package ru.freesport.console.orders.statuses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.shared.Actor;

/** What happened to orders because of 1C's documents, written down together and told to open screens once per order. */
final class ReportEvents {

    private static final String NOTE = """
            INSERT INTO order_event (order_id, part_id, kind, actor_kind, actor, way, detail, status, message_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final List<Object[]> rows = new ArrayList<>();
    private final Set<UUID> orders = new LinkedHashSet<>();
    private final Actor actor;

    ReportEvents(Actor actor) {
        this.actor = actor;
    }

    void note(
            UUID orderId,
            @Nullable UUID partId,
            OrderEvent.Kind kind,
            @Nullable ReportSource source,
            @Nullable String detail,
            @Nullable OrderStatus status) {
        orders.add(orderId);
        rows.add(new Object[] {
            orderId,
            partId,
            kind.name(),
            actor.kind().name(),
            actor.name(),
            source == null ? null : source.way().name(),
            detail,
            status == null ? null : status.name(),
            source == null ? null : source.messageId()
        });
    }

    /** For screens that follow an order of which something changed that is no event. */
    void touch(UUID orderId) {
        orders.add(orderId);
    }

    void write(JdbcTemplate database) {
        if (!rows.isEmpty()) {
            database.batchUpdate(NOTE, rows);
        }
        for (UUID order : orders) {
            database.queryForObject("SELECT pg_notify('order', ?)::text", String.class, order.toString());
        }
    }
}
