package ru.freesport.console.payments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.shared.Actor;

/** Writes down what happens to payments, and tells open screens on the channel {@link Payments#CHANNEL}. */
@Component
class PaymentEvents {

    private final JdbcClient database;
    private final CurrentUser user;

    PaymentEvents(JdbcClient database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    void note(UUID payment, PaymentEvent.Kind kind, @Nullable String detail) {
        note(payment, null, null, kind, detail);
    }

    void ofRefund(Refund refund, PaymentEvent.Kind kind, @Nullable String detail) {
        note(refund.paymentId(), refund.id(), null, kind, detail);
    }

    void ofReceipt(Receipt receipt, PaymentEvent.Kind kind, @Nullable String detail) {
        note(receipt.paymentId(), receipt.refundId(), receipt.id(), kind, detail);
    }

    private void note(
            UUID payment,
            @Nullable UUID refund,
            @Nullable UUID receipt,
            PaymentEvent.Kind kind,
            @Nullable String detail) {
        Actor actor = user.actor();
        database.sql("""
                        WITH noted AS (
                            INSERT INTO payment_event (payment_id, refund_id, receipt_id, kind, actor_kind, actor, detail)
                            VALUES (:payment, :refund, :receipt, :kind, :actorKind, :actor, :detail)
                            RETURNING payment_id)
                        SELECT pg_notify(:channel, payment_id::text)::text FROM noted""")
                .param("payment", payment)
                .param("refund", refund)
                .param("receipt", receipt)
                .param("kind", kind.name())
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .param("detail", detail)
                .param("channel", Payments.CHANNEL)
                .query(String.class)
                .list();
    }

    /** Newest first. */
    List<PaymentEvent> of(UUID payment) {
        return database.sql("SELECT * FROM payment_event WHERE payment_id = ? ORDER BY id DESC")
                .param(payment)
                .query((row, _) -> new PaymentEvent(
                        row.getLong("id"),
                        payment,
                        row.getObject("refund_id", UUID.class),
                        row.getObject("receipt_id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        PaymentEvent.Kind.valueOf(row.getString("kind")),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                        row.getString("detail")))
                .list();
    }
}
