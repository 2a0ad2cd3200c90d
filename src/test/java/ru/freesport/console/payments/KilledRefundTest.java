package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ChildConsole;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.TestLab;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.LedgerEntry.Movement;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

/** A console that is killed after YooKassa gave the money back and before it could hear so. */
@ConsoleTest
class KilledRefundTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private JdbcClient database;

    private SomePayments some;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        // nobody is told by a notification: only looking finds it out
        SomePayments.yookassa().sendWebhooksTo("http://localhost:1");
    }

    @AfterEach
    void stop() {
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
    }

    @Test
    void theNextConsoleSettlesItToTheTruthOnce() {
        Payment paid = some.paid("100.00");
        killedWhileRefunding(paid);
        assertThat(SomePayments.there(paid, "refund")).as("the money went back").hasSize(1);
        assertThat(of(paid).state()).as("and nobody here knows").isEqualTo(RefundState.SENDING);
        assertThat(some.now(paid.id()).refundable().plain()).isEqualTo("60.00");

        settled(paid);
        assertThat(SomePayments.there(paid, "refund")).hasSize(1);
        assertThat(payments(paid)).containsExactly(Movement.CAPTURE, Movement.REFUND_RESERVED, Movement.REFUND_DONE);
        assertThat(some.now(paid.id()).refunded().plain()).isEqualTo("40.00");
    }

    /** What the test above would see if the key were not stored before the call and used again. */
    @Test
    void withAnotherKeyTheSameWouldGoBackTwice() {
        Payment paid = some.paid("100.00");
        killedWhileRefunding(paid);
        database.sql("UPDATE provider_operation SET key = ? WHERE payment_id = ? AND kind = 'REFUND'")
                .params(UUID.randomUUID().toString(), paid.id())
                .update();
        settled(paid);
        assertThat(SomePayments.there(paid, "refund")).hasSize(2);
    }

    private void killedWhileRefunding(Payment paid) {
        SomePayments.yookassa().faults().on(FaultMode.TIMEOUT_AFTER_COMMIT, Faults.UNTIL_DELETED);
        ChildConsole console = ChildConsole.program(
                RefundingProcess.class,
                System.getProperty("FREESPORT_DB_URL"),
                Map.of(
                        "FREESPORT_YOOKASSA_URL",
                                "http://localhost:" + TestLab.lab().httpPort() + "/yookassa",
                        "FREESPORT_PAYMENTS_YOOKASSA_LIVE", "false",
                        "FREESPORT_YOOKASSA_SHOP", "100500",
                        "FREESPORT_YOOKASSA_KEY", "test_demo-yookassa-key"),
                paid.id().toString(),
                "40.00");
        try {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("the process ended before it was killed", () -> !console.isAlive())
                    .until(() -> SomePayments.there(paid, "refund").size() == 1);
        } finally {
            console.kill();
            some.healthy();
        }
    }

    private void settled(Payment paid) {
        // the dead node's lease runs out
        database.sql("UPDATE provider_operation SET lease_until = NULL, due_at = now() WHERE payment_id = ?")
                .param(paid.id())
                .update();
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            some.settle();
            return of(paid).state().isFinal();
        });
        assertThat(of(paid).state()).isEqualTo(RefundState.SUCCEEDED);
    }

    private Refund of(Payment paid) {
        return RunAs.system(() -> refunds.of(paid.id())).getFirst();
    }

    private List<Movement> payments(Payment paid) {
        return RunAs.system(() -> payments.ledger(paid.id())).stream()
                .map(LedgerEntry::movement)
                .toList();
    }
}
