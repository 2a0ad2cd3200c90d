package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.AtOnce;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.SomeAuditLog;
import ru.freesport.console.shared.Money;

/**
 * 300 payments of 100.00, eight refunds of 40.00 of each at once: never more out than in. The same race over a copy of the tables without the guard
 * shows that it would be seen.
 */
@ConsoleTest
class RefundRaceTest {

    private static final int PAYMENTS = 300;
    private static final int AT_ONCE = 8;
    private static final Money SHARE = Money.roubles("40.00");

    @Autowired
    private PaymentGateway gateway;

    @Autowired
    private PaymentsSettings settings;

    @Autowired
    private CurrentUser user;

    @Autowired
    private JdbcClient database;

    private final List<HikariDataSource> pools = new ArrayList<>();
    private List<UUID> payments;

    @BeforeEach
    void pay() {
        // as many payments as could have come by themselves, written as they would be
        payments = database.sql("""
                        WITH made AS (
                            INSERT INTO payment (id, order_number, provider, provider_id, state, amount, currency,
                                captures_at_once, description, return_url, confirmation_until, created_at, changed_at,
                                paid_at, captured, actor_kind, actor)
                            SELECT gen_random_uuid(), 'R' || gen_random_uuid(), 'yookassa', gen_random_uuid()::text,
                                'SUCCEEDED', 100, 'RUB', true, '', 'https://shop.example', now(), now(), now(), now(),
                                100, 'SYSTEM', 'test'
                            FROM generate_series(1, ?) RETURNING id, order_number),
                        moved AS (
                            INSERT INTO ledger_entry (payment_id, movement, debit, credit, amount, source)
                            SELECT id, 'CAPTURE', 'CUSTOMER', 'SHOP', 100, 'ANSWER' FROM made),
                        money AS (
                            INSERT INTO order_money (order_number, paid, paid_at, first_payment)
                            SELECT order_number, 100, now(), id FROM made)
                        SELECT id FROM made""").param(PAYMENTS).query(UUID.class).list();
    }

    @AfterEach
    void stop() {
        database.sql("UPDATE provider_operation SET state = 'REFUSED' WHERE payment_id = ANY(?)")
                .param(payments.toArray(UUID[]::new))
                .update();
        database.sql("DROP SCHEMA IF EXISTS unguarded CASCADE").update();
        pools.forEach(HikariDataSource::close);
    }

    /** Tries to take so much of a payment for a refund. */
    @FunctionalInterface
    private interface Taking {
        boolean take(UUID payment, String person);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void neverMoreOutThanInOnOneNodeAndOnTwo(int nodes) {
        List<Taking> services = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            Refunds refunds = node();
            services.add((payment, person) -> {
                boolean[] isAsked = new boolean[1];
                SomePayments.as(
                        person,
                        "ADMIN",
                        () -> isAsked[0] =
                                refunds.request(RefundsTest.sum(RefundRaceTest.this.payment(payment), SHARE.plain()))
                                        instanceof RefundAnswer.Asked);
                return isAsked[0];
            });
        }
        int taken = race(services);
        assertThat(over("payment"))
                .as("payments that give back more than they took")
                .isZero();
        assertThat(taken).isEqualTo(2 * PAYMENTS);
        assertThat(database.sql("SELECT count(*) FROM refund WHERE payment_id = ANY(?)")
                        .param(payments.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * PAYMENTS);
        assertThat(database.sql("SELECT sum(amount) FROM ledger_entry WHERE payment_id = ANY(?)"
                                + " AND movement = 'REFUND_RESERVED'")
                        .param(payments.toArray(UUID[]::new))
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("24000");
    }

    @Test
    void theSameRaceWithoutTheGuardGivesBackMoreThanItTook() {
        database.sql("CREATE SCHEMA unguarded").update();
        database.sql("CREATE TABLE unguarded.payment AS SELECT id, captured, refunding, refunded FROM payment"
                        + " WHERE id = ANY(?)")
                .param(payments.toArray(UUID[]::new))
                .update();
        Taking naive = (payment, _) -> {
            BigDecimal left = database.sql("SELECT captured - refunding - refunded FROM unguarded.payment WHERE id = ?")
                    .param(payment)
                    .query(BigDecimal.class)
                    .single();
            return left.compareTo(SHARE.amount()) >= 0
                    && database.sql("UPDATE unguarded.payment SET refunding = refunding + ? WHERE id = ?")
                                    .params(SHARE.amount(), payment)
                                    .update()
                            == 1;
        };
        race(List.of(naive));
        assertThat(over("unguarded.payment")).isPositive();
    }

    private int race(List<Taking> nodes) {
        AtomicInteger taken = new AtomicInteger();
        for (UUID payment : payments) {
            AtOnce.run(AT_ONCE, n -> () -> {
                if (nodes.get(n % nodes.size()).take(payment, "racer" + n + "-" + payment)) {
                    taken.incrementAndGet();
                }
                return n;
            });
        }
        return taken.get();
    }

    private long over(String table) {
        return database.sql("SELECT count(*) FROM " + table + " WHERE id = ANY(?) AND refunding + refunded > captured")
                .param(payments.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private Payment payment(UUID id) {
        return new PaymentTable(database).find(id).orElseThrow();
    }

    /** The service on a pool of its own, as another node has it; its calls wait to be made. */
    private Refunds node() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(System.getProperty("FREESPORT_DB_URL"));
        pool.setUsername(System.getProperty("FREESPORT_DB_USER"));
        pool.setMaximumPoolSize(AT_ONCE);
        pools.add(pool);
        return refunds(pool);
    }

    private Refunds refunds(DataSource pool) {
        JdbcClient own = JdbcClient.create(pool);
        Clock clock = Clock.systemUTC();
        PaymentTable table = new PaymentTable(own);
        RefundTable refundTable = new RefundTable(own);
        OperationTable operations = new OperationTable(own, user, _ -> {});
        PaymentEvents events = new PaymentEvents(own, user);
        RefundTransitions transitions = new RefundTransitions(
                table,
                refundTable,
                operations,
                new ReceiptTable(own),
                new Ledger(own),
                events,
                _ -> {},
                settings,
                clock);
        RefundPlanning planning = new RefundPlanning(
                table,
                refundTable,
                new RefundLimits(refundTable, settings, user, clock, ZoneId.of("Europe/Moscow")),
                settings,
                clock);
        return new Refunds(
                table,
                refundTable,
                planning,
                transitions,
                operations,
                events,
                gateway,
                settings,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                SomeAuditLog.in(pool),
                user,
                clock);
    }

    /** The constraint stands behind the service, whoever writes. */
    @Test
    void evenWhoeverWritesPastTheServiceCannotTakeMore() {
        AtomicInteger refused = new AtomicInteger();
        AtOnce.run(AT_ONCE, _ -> () -> {
            try {
                return database.sql("UPDATE payment SET refunding = refunding + 40 WHERE id = ?")
                        .param(payments.getFirst())
                        .update();
            } catch (DataAccessException over) {
                return refused.incrementAndGet();
            }
        });
        assertThat(refused).hasValue(AT_ONCE);
        assertThat(over("payment")).isZero();
    }
}
