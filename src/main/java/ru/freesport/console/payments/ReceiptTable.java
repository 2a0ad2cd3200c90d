package ru.freesport.console.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Money;

/** The statements on receipts. */
@Component
class ReceiptTable {

    private static final String SELECT =
            "SELECT r.*, p.currency FROM receipt r JOIN payment p ON p.id = r.payment_id WHERE ";

    private final JdbcClient database;

    ReceiptTable(JdbcClient database) {
        this.database = database;
    }

    /** The provider makes one by itself, since what it is for asked it to; its number is found by asking. */
    void await(UUID payment, @Nullable UUID refund, Money amount, Instant now) {
        insert(UUID.randomUUID(), payment, refund, amount, ReceiptState.PENDING, null, now, now);
    }

    void insert(
            UUID id,
            UUID payment,
            @Nullable UUID refund,
            Money amount,
            ReceiptState state,
            @Nullable UUID replaces,
            Instant now,
            @Nullable Instant askAt) {
        database.sql("""
                        INSERT INTO receipt (id, payment_id, refund_id, state, amount, replaces_id, requested_at,
                            changed_at, ask_at)
                        VALUES (:id, :payment, :refund, :state, :amount, :replaces, :now, :now, :askAt)""")
                .param("id", id)
                .param("payment", payment)
                .param("refund", refund)
                .param("state", state.name())
                .param("amount", amount.amount())
                .param("replaces", replaces)
                .param("now", PaymentTable.at(now))
                .param("askAt", PaymentTable.at(askAt))
                .update();
    }

    void become(UUID id, ReceiptState next, @Nullable String problem, Instant now) {
        database.sql("""
                        UPDATE receipt SET state = :state, problem = coalesce(:problem, problem), changed_at = :now
                        WHERE id = :id""")
                .param("state", next.name())
                .param("problem", problem)
                .param("now", PaymentTable.at(now))
                .param("id", id)
                .update();
    }

    void seen(UUID id, SeenReceipt seen) {
        database.sql("""
                        UPDATE receipt SET provider_id = :providerId, provider_status = :status,
                            fiscal_document = coalesce(:document, fiscal_document),
                            fiscal_storage = coalesce(:storage, fiscal_storage),
                            fiscal_sign = coalesce(:sign, fiscal_sign),
                            registered_at = coalesce(:registeredAt, registered_at)
                        WHERE id = :id""")
                .param("providerId", seen.providerId())
                .param("status", seen.status())
                .param("document", seen.fiscalDocument())
                .param("storage", seen.fiscalStorage())
                .param("sign", seen.fiscalSign())
                .param("registeredAt", PaymentTable.at(seen.registeredAt()))
                .param("id", id)
                .update();
    }

    boolean isKnown(String providerId) {
        return database.sql("SELECT EXISTS (SELECT FROM receipt WHERE provider_id = ?)")
                .param(providerId)
                .query(Boolean.class)
                .single();
    }

    int asked(UUID id) {
        return database.sql("UPDATE receipt SET asks = asks + 1 WHERE id = ? RETURNING asks")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void askAt(UUID id, @Nullable Instant when) {
        database.sql("UPDATE receipt SET ask_at = ? WHERE id = ?")
                .params(PaymentTable.at(when), id)
                .update();
    }

    Optional<Receipt> find(UUID id) {
        return one("r.id = ?", id);
    }

    Optional<Receipt> lock(UUID id) {
        return one("r.id = ? FOR UPDATE OF r", id);
    }

    private Optional<Receipt> one(String condition, UUID id) {
        return database.sql(SELECT + condition)
                .param(id)
                .query(ReceiptTable::receipt)
                .optional();
    }

    /** Oldest first. */
    List<Receipt> of(UUID payment) {
        return database.sql(SELECT + "r.payment_id = ? ORDER BY r.position")
                .param(payment)
                .query(ReceiptTable::receipt)
                .list();
    }

    List<Receipt> toAsk(Instant now, int most) {
        return database.sql(SELECT + "r.ask_at <= ? ORDER BY r.ask_at LIMIT ?")
                .params(PaymentTable.at(now), most)
                .query(ReceiptTable::receipt)
                .list();
    }

    /** Those not registered since then, each told once. */
    List<Receipt> late(Instant since, Instant now, boolean isOverdue) {
        String told = isOverdue ? "told_overdue_at" : "told_late_at";
        List<UUID> ids = database.sql("UPDATE receipt SET " + told + """
                         = :now WHERE state IN ('SENDING', 'UNKNOWN', 'PENDING') AND requested_at < :since AND\s""" + told + " IS NULL RETURNING id")
                .param("now", PaymentTable.at(now))
                .param("since", PaymentTable.at(since))
                .query(UUID.class)
                .list();
        return database.sql(SELECT + "r.id = ANY(?) ORDER BY r.position")
                .param(ids.toArray(UUID[]::new))
                .query(ReceiptTable::receipt)
                .list();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("refund_id", UUID.class),
                row.getString("provider_id"),
                ReceiptState.valueOf(row.getString("state")),
                row.getString("provider_status"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getObject("replaces_id", UUID.class),
                row.getString("fiscal_document"),
                row.getString("fiscal_storage"),
                row.getString("fiscal_sign"),
                row.getTimestamp("requested_at").toInstant(),
                PaymentTable.instant(row, "registered_at"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("problem"));
    }
}
