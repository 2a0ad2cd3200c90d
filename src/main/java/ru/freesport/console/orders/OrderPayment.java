package ru.freesport.console.orders;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.payments.OrderMoneyChanged;

/** Keeps what an order has been paid of, in the transaction that moves the money: told twice, it is written once. */
@Component
class OrderPayment {

    private final JdbcClient database;
    private final OrderEvents events;
    private final ApplicationEventPublisher publisher;

    OrderPayment(JdbcClient database, OrderEvents events, ApplicationEventPublisher publisher) {
        this.database = database;
        this.events = events;
        this.publisher = publisher;
    }

    private record Changed(UUID id, OrderStatus status) {}

    @EventListener
    void changed(OrderMoneyChanged money) {
        PaymentStatus next = money.refunded().isZero()
                ? PaymentStatus.PAID
                : money.paid().isMoreThan(money.refunded()) ? PaymentStatus.PARTLY_REFUNDED : PaymentStatus.REFUNDED;
        Optional<Changed> changed = database.sql("""
                        UPDATE shop_order SET payment_status = :next, changed_at = now()
                        WHERE number = :number AND payment_status <> :next RETURNING id, status""")
                .param("next", next.name())
                .param("number", money.orderNumber())
                .query((row, _) ->
                        new Changed(row.getObject("id", UUID.class), OrderStatus.valueOf(row.getString("status"))))
                .optional();
        changed.ifPresent(order -> {
            events.note(
                    order.id(),
                    null,
                    switch (next) {
                        case PAID, UNPAID -> OrderEvent.Kind.PAID_ONLINE;
                        case PARTLY_REFUNDED -> OrderEvent.Kind.PARTLY_REFUNDED;
                        case REFUNDED -> OrderEvent.Kind.REFUNDED;
                    },
                    next == PaymentStatus.PAID
                            ? money.paid().plain()
                            : money.refunded().plain());
            if (next == PaymentStatus.PAID && order.status() == OrderStatus.CANCELLED) {
                publisher.publishEvent(new PaidAfterCancellation(money.orderNumber()));
            }
        });
    }
}
