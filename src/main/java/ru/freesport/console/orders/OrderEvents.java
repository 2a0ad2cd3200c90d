package ru.freesport.console.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.shared.Actor;

/** Writes down what happens to orders, and tells open screens on the channel {@link #CHANNEL}. */
@Component
class OrderEvents {

    /** The payload is the order's id. */
    static final String CHANNEL = "order";

    private final JdbcClient database;
    private final CurrentUser user;

    OrderEvents(JdbcClient database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    void note(UUID orderId, @Nullable UUID partId, OrderEvent.Kind kind, @Nullable String detail) {
        Actor actor = user.actor();
        database.sql("""
                        WITH noted AS (
                            INSERT INTO order_event (order_id, part_id, kind, actor_kind, actor, detail)
                            VALUES (:order, :part, :kind, :actorKind, :actor, :detail) RETURNING order_id)
                        SELECT pg_notify(:channel, order_id::text)::text FROM noted""")
                .param("order", orderId)
                .param("part", partId)
                .param("kind", kind.name())
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .param("detail", detail)
                .param("channel", CHANNEL)
                .query(String.class)
                .list();
    }

    /** Newest first. */
    List<OrderEvent> of(UUID orderId) {
        return database.sql("""
                        SELECT e.*, p.number FROM order_event e LEFT JOIN order_part p ON p.id = e.part_id
                        WHERE e.order_id = ? ORDER BY e.id DESC""")
                .param(orderId)
                .query((row, _) -> new OrderEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("number"),
                        OrderEvent.Kind.valueOf(row.getString("kind")),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                        row.getString("way") == null ? null : HandoverWay.valueOf(row.getString("way")),
                        row.getString("detail"),
                        row.getString("status") == null ? null : OrderStatus.valueOf(row.getString("status")),
                        (Long) row.getObject("message_id")))
                .list();
    }
}
