package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import ru.freesport.console.AtOnce;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.TestLab;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.LedgerEntry.Movement;
import ru.freesport.console.shared.Money;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

@ConsoleTest
class RefundsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private Receipts receiptService;

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
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
    }

    @AfterEach
    void stop() {
        some.healthy();
        assertThat(TestLab.yookassaContract().breaches()).isEmpty();
    }

    @Test
    void aLineGoesBackWithItsReceiptAndTheRestStaysRefundable() {
        Payment paid = some.paid("1000.00");
        PaymentLine balls = lines(paid).getFirst();
        Refund refund = asked(lines(paid, balls, "1", true));
        assertThat(refund.amount()).isEqualTo(Money.roubles("299.99"));
        Refund done = ended(refund);
        assertThat(done.state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(some.now(paid.id()))
                .extracting(Payment::refunded, Payment::refunding, Payment::refundable)
                .containsExactly(Money.roubles("299.99"), Money.roubles("0"), Money.roubles("700.01"));
        assertThat(movements(paid)).containsExactly(Movement.CAPTURE, Movement.REFUND_RESERVED, Movement.REFUND_DONE);
        // the last one brings what is left of the line, the kopeck included
        assertThat(asked(lines(paid, balls, "1", false)).amount()).isEqualTo(Money.roubles("300.00"));
        assertThat(refused(lines(paid, balls, "1", true))).contains(RefundRule.LINE_TAKEN);
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            some.settle();
            assertThat(RunAs.system(() -> payments.receipts(paid.id())))
                    .hasSize(3)
                    .extracting(Receipt::state)
                    .containsOnly(ReceiptState.SUCCEEDED);
        });
    }

    @Test
    void noMoreThanIsLeftAndWhatIsPendingCounts() {
        Payment paid = some.paid("100.00");
        SomePayments.yookassa().act(String.valueOf(paid.providerId()), "hold-refunds");
        Refund pending = asked(sum(paid, "60.00"));
        await().atMost(Duration.ofSeconds(10)).until(() -> state(pending) == RefundState.PENDING);
        assertThat(refused(sum(paid, "40.01"))).containsExactly(RefundRule.OVER_CEILING);
        SomePayments.yookassa().act(String.valueOf(find(pending).providerId()), "decline");
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            some.settle();
            return state(pending) == RefundState.CANCELED;
        });
        assertThat(some.now(paid.id()).refundable()).isEqualTo(Money.roubles("100.00"));
        assertThat(movements(paid)).endsWith(Movement.REFUND_RESERVED, Movement.REFUND_FREED);
        Refund whole = asked(sum(paid, "100.00"));
        await().atMost(Duration.ofSeconds(10)).until(() -> state(whole) == RefundState.PENDING);
        SomePayments.yookassa().act(String.valueOf(find(whole).providerId()), "pay");
        await().atMost(Duration.ofSeconds(10)).until(() -> state(whole) == RefundState.SUCCEEDED);
        assertThat(RunAs.system(() -> payments.money(List.of(paid.orderNumber())))
                        .get(paid.orderNumber())
                        .refunded())
                .isEqualTo(Money.roubles("100.00"));
    }

    @Test
    void theSameWishTwiceAndAtOnceIsOneRefund() {
        Payment paid = some.paid("100.00");
        RefundWish wish = sum(paid, "30.00");
        AtOnce.run(6, _ -> () -> by("vera", "SUPPORT", () -> refunds.request(wish)));
        ended(find(wish.id()));
        assertThat(some.now(paid.id()).refunded()).isEqualTo(Money.roubles("30.00"));
        assertThat(SomePayments.there(paid, "refund")).hasSize(1);
    }

    @Test
    void overTheLimitASecondPersonDecidesAndNeverTheSame() {
        Payment paid = some.paid("6000.00");
        Refund waiting = asked(sum(paid, "5000.01"));
        assertThat(waiting.state()).isEqualTo(RefundState.AWAITING_APPROVAL);
        assertThat(some.now(paid.id()).refundable()).isEqualTo(Money.roubles("999.99"));
        assertThat(by("vera", "ADMIN", () -> refunds.approve(waiting.id(), ""))).isEqualTo(RefundDecision.OWN_REQUEST);
        assertThat(by("VERA", "FINANCE", () -> refunds.approve(waiting.id(), "")))
                .isEqualTo(RefundDecision.OWN_REQUEST);
        assertThatThrownBy(() -> by("ivan", "SUPPORT", () -> refunds.approve(waiting.id(), "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(SomePayments.there(paid, "refund")).isEmpty();
        assertThat(by("finn", "FINANCE", () -> refunds.approve(waiting.id(), "проверено")))
                .isEqualTo(RefundDecision.DONE);
        assertThat(by("adam", "ADMIN", () -> refunds.approve(waiting.id(), "")))
                .isEqualTo(RefundDecision.DECIDED_ALREADY);
        assertThat(ended(waiting).state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(SomePayments.there(paid, "refund")).hasSize(1);
    }

    @Test
    void theDayHasALimitToo() {
        String person = "day-" + UUID.randomUUID().toString().substring(0, 8);
        Payment paid = some.paid("40000.00");
        for (int n = 0; n < 4; n++) {
            assertThat(((RefundAnswer.Asked) by(person, "SUPPORT", () -> refunds.request(sum(paid, "5000.00"))))
                            .refund()
                            .state())
                    .isEqualTo(RefundState.SENDING);
        }
        assertThat(((RefundAnswer.Asked) by(person, "SUPPORT", () -> refunds.request(sum(paid, "0.01"))))
                        .refund()
                        .state())
                .isEqualTo(RefundState.AWAITING_APPROVAL);
    }

    @Test
    void twoPeopleWhoDecideAtOnceDecideOnce() {
        Payment paid = some.paid("6000.00");
        Refund waiting = asked(sum(paid, "6000.00"));
        List<RefundDecision> decisions = AtOnce.run(
                6,
                n -> () -> by(
                        "person" + n,
                        "FINANCE",
                        () -> n % 2 == 0 ? refunds.approve(waiting.id(), "") : refunds.deny(waiting.id(), "нет")));
        assertThat(decisions).containsOnlyOnce(RefundDecision.DONE);
        Refund end = ended(waiting);
        assertThat(SomePayments.there(paid, "refund")).hasSize(end.state() == RefundState.SUCCEEDED ? 1 : 0);
        assertThat(some.now(paid.id()).refunding().isZero()).isTrue();
    }

    @Test
    void aRequestNobodyDecidesExpiresAndADeniedOneFreesTheBalance() {
        Payment paid = some.paid("6000.00");
        Refund waiting = asked(sum(paid, "6000.00"));
        database.sql("UPDATE refund SET approval_until = now() - interval '1 second' WHERE id = ?")
                .param(waiting.id())
                .update();
        assertThat(by("finn", "FINANCE", () -> refunds.approve(waiting.id(), "")))
                .isEqualTo(RefundDecision.EXPIRED);
        some.settle();
        assertThat(find(waiting))
                .extracting(Refund::state, refund -> refund.cancelled().why())
                .containsExactly(RefundState.REJECTED, "not_decided_in_time");
        Refund again = asked(sum(paid, "6000.00"));
        by("finn", "FINANCE", () -> refunds.deny(again.id(), "чек не приложен"));
        assertThat(find(again))
                .extracting(Refund::state, Refund::decidedBy, Refund::decisionNote)
                .containsExactly(RefundState.REJECTED, "finn", "чек не приложен");
        assertThat(some.now(paid.id()).refundable()).isEqualTo(Money.roubles("6000.00"));
        assertThat(SomePayments.there(paid, "refund")).isEmpty();
    }

    @Test
    void aLostAnswerIsUnknownBlocksAnotherAndIsSettledOnce() {
        Payment paid = some.paid("100.00");
        SomePayments.yookassa().faults().on(FaultMode.TIMEOUT_AFTER_COMMIT, Faults.UNTIL_DELETED);
        Refund lost = asked(sum(paid, "40.00"));
        await().atMost(Duration.ofSeconds(15)).until(() -> state(lost) == RefundState.UNKNOWN);
        assertThat(refused(sum(paid, "10.00"))).containsExactly(RefundRule.ANSWER_UNKNOWN);
        assertThat(some.now(paid.id()).refundable()).isEqualTo(Money.roubles("60.00"));
        some.healthy();
        assertThat(ended(lost).state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(SomePayments.there(paid, "refund")).hasSize(1);
        assertThat(movements(paid)).containsExactly(Movement.CAPTURE, Movement.REFUND_RESERVED, Movement.REFUND_DONE);
    }

    @Test
    void aRefundMadeInTheCabinetIsFoundAndCounts() throws Exception {
        Payment paid = some.paid("100.00");
        // somebody asks YooKassa past the console
        String key = java.util.Base64.getEncoder().encodeToString("100500:test_demo-yookassa-key".getBytes());
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            http.send(
                    java.net.http.HttpRequest.newBuilder(
                                    java.net.URI.create(System.getProperty("FREESPORT_YOOKASSA_URL") + "/refunds"))
                            .header("Authorization", "Basic " + key)
                            .header("Content-Type", "application/json")
                            .header("Idempotence-Key", UUID.randomUUID().toString())
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("""
                                    {"payment_id":"%s","amount":{"value":"70.00","currency":"RUB"}}""".formatted(paid.providerId())))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.discarding());
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> some.now(paid.id()).refunded().equals(Money.roubles("70.00")));
        assertThat(refused(sum(paid, "30.01"))).contains(RefundRule.OVER_CEILING);
        assertThat(RunAs.system(() -> refunds.of(paid.id())))
                .singleElement()
                .extracting(Refund::origin)
                .isEqualTo(Refund.Origin.PROVIDER);
    }

    @Test
    void aFailedReceiptGetsAnotherInItsPlace() {
        Payment paid = some.paid("1000.00");
        some.settle();
        Receipt receipt = RunAs.system(() -> payments.receipts(paid.id())).getFirst();
        assertThatThrownBy(() -> by("vera", "SUPPORT", () -> receiptService.retry(receipt.id(), "ещё раз")))
                .isInstanceOf(IllegalArgumentException.class);
        database.sql("UPDATE receipt SET state = 'CANCELED' WHERE id = ?")
                .param(receipt.id())
                .update();
        Receipt again = by("vera", "SUPPORT", () -> receiptService.retry(receipt.id(), "касса не работала"));
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            some.settle();
            return RunAs.system(() -> payments.receipts(paid.id())).getLast().state() == ReceiptState.SUCCEEDED;
        });
        assertThat(again.replacesId()).isEqualTo(receipt.id());
        assertThat(TestLab.yookassaContract().seen()).contains("POST /receipts 200");
    }

    @Test
    void whoMayNotAskIsRefused() {
        Payment paid = some.paid("100.00");
        assertThatThrownBy(() -> by("victor", "VIEWER", () -> refunds.request(sum(paid, "1.00"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> by("victor", "VIEWER", () -> refunds.before(paid.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Refund asked(RefundWish wish) {
        return ((RefundAnswer.Asked) by("vera", "SUPPORT", () -> refunds.request(wish))).refund();
    }

    private List<RefundRule> refused(RefundWish wish) {
        return ((RefundAnswer.Refused) by("vera", "SUPPORT", () -> refunds.request(wish))).rules();
    }

    private Refund ended(Refund refund) {
        return await().pollInSameThread()
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> {
                            some.settle();
                            return find(refund);
                        },
                        now -> now.state().isFinal());
    }

    private RefundState state(Refund refund) {
        return find(refund).state();
    }

    private Refund find(Refund refund) {
        return find(refund.id());
    }

    private Refund find(UUID id) {
        return RunAs.system(() -> refunds.find(id)).orElseThrow();
    }

    private List<PaymentLine> lines(Payment payment) {
        return RunAs.system(() -> payments.lines(payment.id()));
    }

    private List<Movement> movements(Payment payment) {
        return RunAs.system(() -> payments.ledger(payment.id())).stream()
                .map(LedgerEntry::movement)
                .toList();
    }

    static RefundWish sum(Payment payment, String amount) {
        return new RefundWish(
                UUID.randomUUID(),
                payment.id(),
                List.of(),
                Money.roubles(amount),
                RefundReason.CUSTOMER_RETURN,
                null,
                null);
    }

    private static RefundWish lines(Payment payment, PaymentLine line, String quantity, boolean restock) {
        return new RefundWish(
                UUID.randomUUID(),
                payment.id(),
                List.of(new RefundWish.Line(line.id(), new BigDecimal(quantity), restock)),
                null,
                RefundReason.CUSTOMER_RETURN,
                null,
                null);
    }

    private static <T> T by(String name, String role, Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        SomePayments.as(name, role, () -> result.set(work.get()));
        return result.get();
    }
}
