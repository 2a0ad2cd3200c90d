package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;

/** The statements on refunds; what they take from the payment is taken and given back here. */
@Component
class RefundTable {

    private static final String SELECT =
            "SELECT r.*, p.currency FROM refund r JOIN payment p ON p.id = r.payment_id WHERE ";

    private final JdbcClient database;

    RefundTable(JdbcClient database) {
        this.database = database;
    }

    /** The ceiling: one statement decides, however many ask at once, and a constraint stands behind it. */
    boolean reserve(UUID payment, BigDecimal amount) {
        return database.sql("""
                        UPDATE payment SET refunding = refunding + :amount
                        WHERE id = :payment AND state = 'SUCCEEDED' AND captured - refunded - refunding >= :amount""")
                        .param("amount", amount)
                        .param("payment", payment)
                        .update()
                == 1;
    }

    boolean take(UUID payment, long line, BigDecimal quantity, BigDecimal amount) {
        return database.sql("""
                        UPDATE payment_line SET taken_quantity = taken_quantity + :quantity, taken = taken + :amount
                        WHERE id = :line AND payment_id = :payment AND quantity - taken_quantity >= :quantity
                            AND sum - taken >= :amount""")
                        .param("quantity", quantity)
                        .param("amount", amount)
                        .param("line", line)
                        .param("payment", payment)
                        .update()
                == 1;
    }

    /** It went back. */
    void done(Refund refund) {
        database.sql("UPDATE payment SET refunding = refunding - :amount, refunded = refunded + :amount WHERE id = :id")
                .param("amount", refund.amount().amount())
                .param("id", refund.paymentId())
                .update();
    }

    /** It did not go back: what it held may be asked for again. */
    void free(Refund refund) {
        database.sql("UPDATE payment SET refunding = refunding - :amount WHERE id = :id")
                .param("amount", refund.amount().amount())
                .param("id", refund.paymentId())
                .update();
        database.sql("""
                        UPDATE payment_line l SET taken_quantity = l.taken_quantity - r.quantity,
                            taken = l.taken - r.amount
                        FROM refund_line r WHERE r.refund_id = ? AND l.id = r.payment_line_id""").param(refund.id()).update();
    }

    void insert(Refund refund) {
        database.sql("""
                        INSERT INTO refund (id, payment_id, provider_id, origin, state, amount, reason, note,
                            requested_kind, requested_by, requested_at, seen_refunding, seen_refunded, approval_until,
                            changed_at)
                        VALUES (:id, :payment, :providerId, :origin, :state, :amount, :reason, :note, :kind, :by, :at,
                            :refunding, :refunded, :until, :at)""")
                .param("id", refund.id())
                .param("payment", refund.paymentId())
                .param("providerId", refund.providerId())
                .param("origin", refund.origin().name())
                .param("state", refund.state().name())
                .param("amount", refund.amount().amount())
                .param("reason", refund.reason().name())
                .param("note", refund.note())
                .param("kind", refund.requestedBy().kind().name())
                .param("by", refund.requestedBy().name())
                .param("at", PaymentTable.at(refund.requestedAt()))
                .param("refunding", refund.seenRefunding().amount())
                .param("refunded", refund.seenRefunded().amount())
                .param("until", PaymentTable.at(refund.approvalUntil()))
                .update();
        for (Refund.Line line : refund.lines()) {
            database.sql("""
                            INSERT INTO refund_line (refund_id, payment_line_id, quantity, amount, restock)
                            VALUES (?, ?, ?, ?, ?)""")
                    .params(
                            refund.id(),
                            line.paymentLineId(),
                            line.quantity(),
                            line.amount().amount(),
                            line.restock())
                    .update();
        }
    }

    void become(UUID id, RefundState next, Instant now) {
        database.sql("UPDATE refund SET state = ?, changed_at = ?, asks = 0 WHERE id = ?")
                .params(next.name(), PaymentTable.at(now), id)
                .update();
    }

    void seen(UUID id, SeenRefund seen) {
        CancellationCause cause = seen.cancelled();
        database.sql("""
                        UPDATE refund SET provider_id = :providerId, provider_status = :status,
                            cancelled_by = coalesce(:by, cancelled_by), cancelled_why = coalesce(:why, cancelled_why)
                        WHERE id = :id""")
                .param("providerId", seen.providerId())
                .param("status", seen.status())
                .param("by", cause == null ? null : cause.by())
                .param("why", cause == null ? null : cause.why())
                .param("id", id)
                .update();
    }

    void cancelled(UUID id, CancellationCause cause) {
        database.sql("UPDATE refund SET cancelled_by = ?, cancelled_why = ? WHERE id = ?")
                .params(cause.by(), cause.why(), id)
                .update();
    }

    void decided(UUID id, String by, @Nullable String note, Instant now) {
        database.sql("UPDATE refund SET decided_by = ?, decision_note = ?, decided_at = ? WHERE id = ?")
                .params(by, note, PaymentTable.at(now), id)
                .update();
    }

    void askAt(UUID id, @Nullable Instant when) {
        database.sql("UPDATE refund SET ask_at = ? WHERE id = ?")
                .params(PaymentTable.at(when), id)
                .update();
    }

    int asked(UUID id) {
        return database.sql("UPDATE refund SET asks = asks + 1 WHERE id = ? RETURNING asks")
                .param(id)
                .query(Integer.class)
                .single();
    }

    Optional<Refund> find(UUID id) {
        return one("r.id = ?", id);
    }

    Optional<Refund> lock(UUID id) {
        return one("r.id = ? FOR UPDATE OF r", id);
    }

    Optional<Refund> lockByProviderId(String providerId) {
        return one("r.provider_id = ? FOR UPDATE OF r", providerId);
    }

    private Optional<Refund> one(String condition, Object value) {
        return withLines(database.sql(SELECT + condition)
                        .param(value)
                        .query(RefundTable::refund)
                        .list())
                .stream()
                .findFirst();
    }

    /** Oldest first. */
    List<Refund> of(UUID payment) {
        return withLines(database.sql(SELECT + "r.payment_id = ? ORDER BY r.position")
                .param(payment)
                .query(RefundTable::refund)
                .list());
    }

    List<Refund> toAsk(Instant now, int most) {
        return withLines(database.sql(SELECT + "r.ask_at <= ? AND r.provider_id IS NOT NULL ORDER BY r.ask_at LIMIT ?")
                .params(PaymentTable.at(now), most)
                .query(RefundTable::refund)
                .list());
    }

    /** Requests that nobody decided in time. */
    List<UUID> expired(Instant now) {
        return database.sql("SELECT id FROM refund WHERE state = 'AWAITING_APPROVAL' AND approval_until <= ?")
                .param(PaymentTable.at(now))
                .query(UUID.class)
                .list();
    }

    /** Newest first; the next page starts below the last position of this one. */
    List<Refund> page(Collection<RefundState> states, @Nullable Long below, int limit) {
        return withLines(database.sql(SELECT + """
                        r.state = ANY(:states) AND r.position < coalesce(:below::bigint, 9223372036854775807)
                        ORDER BY r.position DESC LIMIT :limit""")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("below", below)
                .param("limit", limit)
                .query(RefundTable::refund)
                .list());
    }

    int count(RefundState state) {
        return database.sql("SELECT count(*) FROM refund WHERE state = ?")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    /** What somebody asked for since then and was not refused. */
    BigDecimal askedSince(Actor actor, Instant since) {
        return database.sql("""
                        SELECT coalesce(sum(amount), 0) FROM refund
                        WHERE requested_by = ? AND requested_kind = ? AND requested_at >= ?
                            AND state NOT IN ('REJECTED', 'CANCELED', 'AWAITING_APPROVAL') AND decided_by IS NULL""")
                .params(actor.name(), actor.kind().name(), PaymentTable.at(since))
                .query(BigDecimal.class)
                .single();
    }

    /** Two requests of one person at once must not both pass under the day's limit. */
    void oneAtATime(Actor actor) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended('refund ' || ?, 0))")
                .param(actor.name())
                .query((_, _) -> true)
                .single();
    }

    private List<Refund> withLines(List<Refund> refunds) {
        if (refunds.isEmpty()) {
            return refunds;
        }
        Map<UUID, String> currencies = new HashMap<>();
        refunds.forEach(one -> currencies.put(one.id(), one.amount().currency()));
        Map<UUID, List<Refund.Line>> lines = new HashMap<>();
        database.sql("SELECT * FROM refund_line WHERE refund_id = ANY(?) ORDER BY payment_line_id")
                .param(currencies.keySet().toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject("refund_id", UUID.class);
                    lines.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(new Refund.Line(
                                    row.getLong("payment_line_id"),
                                    row.getBigDecimal("quantity"),
                                    new Money(row.getBigDecimal("amount"), String.valueOf(currencies.get(id))),
                                    row.getBoolean("restock")));
                });
        return refunds.stream()
                .map(one -> with(one, lines.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Refund with(Refund one, List<Refund.Line> lines) {
        return new Refund(
                one.id(),
                one.position(),
                one.paymentId(),
                one.providerId(),
                one.origin(),
                one.state(),
                one.providerStatus(),
                one.amount(),
                one.reason(),
                one.note(),
                one.requestedBy(),
                one.requestedAt(),
                one.seenRefunding(),
                one.seenRefunded(),
                one.approvalUntil(),
                one.decidedBy(),
                one.decidedAt(),
                one.decisionNote(),
                one.cancelled(),
                one.changedAt(),
                lines);
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        String why = row.getString("cancelled_why");
        return new Refund(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getObject("payment_id", UUID.class),
                row.getString("provider_id"),
                Refund.Origin.valueOf(row.getString("origin")),
                RefundState.valueOf(row.getString("state")),
                row.getString("provider_status"),
                new Money(row.getBigDecimal("amount"), currency),
                RefundReason.valueOf(row.getString("reason")),
                row.getString("note"),
                new Actor(Actor.Kind.valueOf(row.getString("requested_kind")), row.getString("requested_by")),
                row.getTimestamp("requested_at").toInstant(),
                new Money(row.getBigDecimal("seen_refunding"), currency),
                new Money(row.getBigDecimal("seen_refunded"), currency),
                PaymentTable.instant(row, "approval_until"),
                row.getString("decided_by"),
                PaymentTable.instant(row, "decided_at"),
                row.getString("decision_note"),
                why == null ? null : new CancellationCause(String.valueOf(row.getString("cancelled_by")), why),
                row.getTimestamp("changed_at").toInstant(),
                List.of());
    }
}
