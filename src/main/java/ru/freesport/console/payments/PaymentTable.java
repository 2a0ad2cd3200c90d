package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;

/** The statements on payments and what they pay for. */
@Component
class PaymentTable {

    private final JdbcClient database;

    PaymentTable(JdbcClient database) {
        this.database = database;
    }

    /** Stores the intent; false when the order already waits for another payment. */
    boolean insert(UUID id, NewPayment wish, String provider, boolean atOnce, Times times, Actor actor) {
        int stored = database.sql("""
                        INSERT INTO payment (id, order_number, provider, state, amount, currency, captures_at_once,
                            description, return_url, contact_email, contact_phone, confirmation_until, created_at,
                            changed_at, actor_kind, actor)
                        VALUES (:id, :order, :provider, 'PENDING', :amount, :currency, :atOnce, :description,
                            :returnUrl, :email, :phone, :until, :now, :now, :actorKind, :actor)
                        ON CONFLICT (order_number) WHERE state IN ('PENDING', 'WAITING_FOR_CAPTURE', 'UNKNOWN')
                        DO NOTHING""")
                .param("id", id)
                .param("order", wish.orderNumber())
                .param("provider", provider)
                .param("amount", wish.amount().amount())
                .param("currency", wish.amount().currency())
                .param("atOnce", atOnce)
                .param("description", wish.description())
                .param("returnUrl", wish.returnUrl())
                .param("email", wish.contact().email())
                .param("phone", wish.contact().phone())
                .param("until", at(times.until()))
                .param("now", at(times.now()))
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .update();
        if (stored == 0) {
            return false;
        }
        int position = 0;
        for (NewPayment.Line line : wish.lines()) {
            database.sql("""
                            INSERT INTO payment_line (payment_id, position, kind, code, name, quantity, sum, vat)
                            VALUES (:payment, :position, :kind, :code, :name, :quantity, :sum, :vat)""")
                    .param("payment", id)
                    .param("position", ++position)
                    .param("kind", line.kind().name())
                    .param("code", line.code())
                    .param("name", line.name())
                    .param("quantity", line.quantity())
                    .param("sum", line.sum().amount())
                    .param("vat", line.vat())
                    .update();
        }
        return true;
    }

    /** @param until when the customer's time to pay ends */
    record Times(Instant now, Instant until) {}

    Optional<Payment> find(UUID id) {
        return one("id = ?", id);
    }

    Optional<Payment> open(String orderNumber) {
        return one("order_number = ? AND state IN ('PENDING', 'WAITING_FOR_CAPTURE', 'UNKNOWN')", orderNumber);
    }

    /** For the rest of the transaction nobody else changes it. */
    Payment lock(UUID id) {
        return one("id = ? FOR UPDATE", id).orElseThrow();
    }

    Optional<Payment> lockByProviderId(String provider, String providerId) {
        return one("provider = ? AND provider_id = ? FOR UPDATE", provider, providerId);
    }

    Optional<Payment> byProviderId(String provider, String providerId) {
        return one("provider = ? AND provider_id = ?", provider, providerId);
    }

    Optional<Payment> lockIfThere(UUID id) {
        return one("id = ? FOR UPDATE", id);
    }

    private Optional<Payment> one(String condition, Object... values) {
        return database.sql("SELECT * FROM payment WHERE " + condition)
                .params(values)
                .query(PaymentTable::payment)
                .optional();
    }

    /** Newest first. */
    List<Payment> ofOrder(String orderNumber) {
        return database.sql("SELECT * FROM payment WHERE order_number = ? ORDER BY position DESC")
                .param(orderNumber)
                .query(PaymentTable::payment)
                .list();
    }

    List<Payment> byIds(Collection<UUID> ids) {
        return database.sql("SELECT * FROM payment WHERE id = ANY(?) ORDER BY position DESC")
                .param(ids.toArray(UUID[]::new))
                .query(PaymentTable::payment)
                .list();
    }

    /** Those the provider is to be asked about now, longest due first. */
    List<Payment> toAsk(Instant now, int most) {
        return database.sql("""
                        SELECT * FROM payment WHERE ask_at <= ? AND provider_id IS NOT NULL
                        ORDER BY ask_at LIMIT ?""")
                .params(at(now), most)
                .query(PaymentTable::payment)
                .list();
    }

    /** What the provider shows and nobody decides by. */
    void seen(UUID id, SeenPayment seen) {
        PaymentMethod method = seen.method();
        CancellationCause cancelled = seen.cancelled();
        database.sql("""
                        UPDATE payment SET provider_id = :providerId, provider_status = :status,
                            confirmation_url = :confirmation, hold_until = coalesce(:holdUntil, hold_until),
                            method = coalesce(:method, method), method_title = coalesce(:title, method_title),
                            card_first6 = coalesce(:first6, card_first6), card_last4 = coalesce(:last4, card_last4),
                            cancelled_by = coalesce(:by, cancelled_by), cancelled_why = coalesce(:why, cancelled_why),
                            rrn = coalesce(:rrn, rrn), auth_code = coalesce(:authCode, auth_code),
                            income = coalesce(:income, income)
                        WHERE id = :id""")
                .param("rrn", method == null ? null : method.rrn())
                .param("authCode", method == null ? null : method.authCode())
                .param("income", seen.income() == null ? null : seen.income().amount())
                .param("providerId", seen.providerId())
                .param("status", seen.status())
                .param("confirmation", seen.confirmationUrl())
                .param("holdUntil", at(seen.holdUntil()))
                .param("method", method == null ? null : method.type())
                .param("title", method == null ? null : method.title())
                .param("first6", method == null ? null : method.first6())
                .param("last4", method == null ? null : method.last4())
                .param("by", cancelled == null ? null : cancelled.by())
                .param("why", cancelled == null ? null : cancelled.why())
                .param("id", id)
                .update();
    }

    /** State and balances in one statement: the one is not without the other. */
    void become(Payment payment, PaymentState next, BigDecimal held, BigDecimal captured, Instant now) {
        database.sql("""
                        UPDATE payment SET state = :state, held = :held, captured = :captured, changed_at = :now,
                            paid_at = CASE WHEN :state = 'SUCCEEDED' THEN coalesce(paid_at, :now) ELSE paid_at END,
                            confirmation_url = CASE WHEN :state = 'PENDING' THEN confirmation_url END, asks = 0
                        WHERE id = :id""")
                .param("state", next.name())
                .param("held", held)
                .param("captured", captured)
                .param("now", at(now))
                .param("id", payment.id())
                .update();
    }

    void cancelled(UUID id, CancellationCause cause) {
        database.sql("UPDATE payment SET cancelled_by = ?, cancelled_why = ? WHERE id = ?")
                .params(cause.by(), cause.why(), id)
                .update();
    }

    /** @param when null: there is nothing to ask any more */
    void askAt(UUID id, @Nullable Instant when) {
        database.sql("UPDATE payment SET ask_at = ? WHERE id = ?")
                .params(at(when), id)
                .update();
    }

    /** Counts a question; how often it was asked before. */
    int asked(UUID id) {
        return database.sql("UPDATE payment SET asks = asks + 1 WHERE id = ? RETURNING asks")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Held money that goes back before then and nobody was told of. */
    List<Payment> holdsEnding(Instant before, Instant now) {
        return database.sql("""
                        UPDATE payment SET hold_told_at = :now
                        WHERE state = 'WAITING_FOR_CAPTURE' AND hold_until < :before AND hold_told_at IS NULL
                        RETURNING *""")
                .param("now", at(now))
                .param("before", at(before))
                .query(PaymentTable::payment)
                .list();
    }

    List<PaymentLine> lines(UUID payment) {
        return database.sql("""
                        SELECT l.*, p.currency FROM payment_line l JOIN payment p ON p.id = l.payment_id
                        WHERE l.payment_id = ? ORDER BY l.position""").param(payment).query(PaymentTable::line).list();
    }

    Optional<OrderMoney> money(String orderNumber) {
        return Optional.ofNullable(money(List.of(orderNumber)).get(orderNumber));
    }

    Map<String, OrderMoney> money(Collection<String> orderNumbers) {
        Map<String, OrderMoney> found = new HashMap<>();
        database.sql("""
                        SELECT m.*, p.currency FROM order_money m JOIN payment p ON p.id = m.first_payment
                        WHERE m.order_number = ANY(?)""").param(orderNumbers.toArray(String[]::new)).query(row -> {
            String currency = row.getString("currency");
            found.put(
                    row.getString("order_number"),
                    new OrderMoney(
                            row.getString("order_number"),
                            new Money(row.getBigDecimal("paid"), currency),
                            new Money(row.getBigDecimal("refunded"), currency),
                            row.getTimestamp("paid_at").toInstant(),
                            row.getObject("first_payment", UUID.class),
                            row.getInt("payments")));
        });
        return found;
    }

    static @Nullable Object at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static PaymentLine line(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new PaymentLine(
                row.getLong("id"),
                row.getInt("position"),
                PaymentLine.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getBigDecimal("quantity"),
                new Money(row.getBigDecimal("sum"), currency),
                row.getString("vat"),
                row.getBigDecimal("taken_quantity"),
                new Money(row.getBigDecimal("taken"), currency));
    }

    static Payment payment(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        String method = row.getString("method");
        String why = row.getString("cancelled_why");
        return new Payment(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getString("order_number"),
                row.getString("provider"),
                row.getString("provider_id"),
                PaymentState.valueOf(row.getString("state")),
                row.getString("provider_status"),
                new Money(row.getBigDecimal("amount"), currency),
                row.getBoolean("captures_at_once"),
                row.getString("description"),
                row.getString("return_url"),
                new Contact(row.getString("contact_email"), row.getString("contact_phone")),
                row.getString("confirmation_url"),
                row.getTimestamp("confirmation_until").toInstant(),
                instant(row, "hold_until"),
                method == null
                        ? null
                        : new PaymentMethod(
                                method,
                                row.getString("method_title"),
                                row.getString("card_first6"),
                                row.getString("card_last4"),
                                row.getString("rrn"),
                                row.getString("auth_code")),
                why == null ? null : new CancellationCause(String.valueOf(row.getString("cancelled_by")), why),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "paid_at"),
                new Money(row.getBigDecimal("held"), currency),
                new Money(row.getBigDecimal("captured"), currency),
                new Money(row.getBigDecimal("refunding"), currency),
                new Money(row.getBigDecimal("refunded"), currency),
                row.getBigDecimal("income") == null ? null : new Money(row.getBigDecimal("income"), currency),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")));
    }
}
