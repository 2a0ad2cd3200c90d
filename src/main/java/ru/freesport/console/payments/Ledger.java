package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.payments.LedgerEntry.Account;
import ru.freesport.console.payments.LedgerEntry.Movement;
import ru.freesport.console.shared.Money;

/** Writes movements of money; the balances that stand beside them are checked against their sums when the transaction ends. */
@Component
class Ledger {

    private final JdbcClient database;

    Ledger(JdbcClient database) {
        this.database = database;
    }

    void hold(UUID payment, Money amount, Source source) {
        write(payment, null, Movement.HOLD, Account.CUSTOMER, Account.HELD, amount, source);
    }

    /** @param from HELD, or CUSTOMER where nothing was held before */
    void capture(UUID payment, Account from, Money amount, Source source) {
        write(payment, null, Movement.CAPTURE, from, Account.SHOP, amount, source);
    }

    void release(UUID payment, Money amount, Source source) {
        write(payment, null, Movement.RELEASE, Account.HELD, Account.CUSTOMER, amount, source);
    }

    void refundReserved(UUID payment, UUID refund, Money amount, Source source) {
        write(payment, refund, Movement.REFUND_RESERVED, Account.SHOP, Account.REFUNDING, amount, source);
    }

    void refundDone(UUID payment, UUID refund, Money amount, Source source) {
        write(payment, refund, Movement.REFUND_DONE, Account.REFUNDING, Account.CUSTOMER, amount, source);
    }

    void refundFreed(UUID payment, UUID refund, Money amount, Source source) {
        write(payment, refund, Movement.REFUND_FREED, Account.REFUNDING, Account.SHOP, amount, source);
    }

    private void write(
            UUID payment,
            @Nullable UUID refund,
            Movement movement,
            Account debit,
            Account credit,
            Money amount,
            Source source) {
        database.sql("""
                        INSERT INTO ledger_entry (payment_id, refund_id, movement, debit, credit, amount, source)
                        VALUES (:payment, :refund, :movement, :debit, :credit, :amount, :source)""")
                .param("payment", payment)
                .param("refund", refund)
                .param("movement", movement.name())
                .param("debit", debit.name())
                .param("credit", credit.name())
                .param("amount", amount.amount())
                .param("source", source.name())
                .update();
    }

    /** Oldest first. */
    List<LedgerEntry> of(UUID payment) {
        return database.sql("""
                        SELECT l.*, p.currency FROM ledger_entry l JOIN payment p ON p.id = l.payment_id
                        WHERE l.payment_id = ? ORDER BY l.id""")
                .param(payment)
                .query((row, _) -> new LedgerEntry(
                        row.getLong("id"),
                        row.getObject("payment_id", UUID.class),
                        row.getObject("refund_id", UUID.class),
                        Movement.valueOf(row.getString("movement")),
                        Account.valueOf(row.getString("debit")),
                        Account.valueOf(row.getString("credit")),
                        new Money(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getTimestamp("at").toInstant(),
                        Source.valueOf(row.getString("source"))))
                .list();
    }

    /** The first money of an order, or more of it. True for the first. */
    boolean orderPaid(Payment payment, Money amount) {
        return database.sql("""
                        INSERT INTO order_money (order_number, paid, paid_at, first_payment)
                        VALUES (:order, :amount, clock_timestamp(), :payment)
                        ON CONFLICT (order_number) DO UPDATE SET paid = order_money.paid + excluded.paid,
                            payments = order_money.payments + 1
                        RETURNING payments = 1""")
                .param("order", payment.orderNumber())
                .param("amount", amount.amount())
                .param("payment", payment.id())
                .query(Boolean.class)
                .single();
    }

    void orderRefunded(String orderNumber, BigDecimal amount) {
        database.sql("UPDATE order_money SET refunded = refunded + :amount WHERE order_number = :order")
                .param("amount", amount)
                .param("order", orderNumber)
                .update();
    }
}
