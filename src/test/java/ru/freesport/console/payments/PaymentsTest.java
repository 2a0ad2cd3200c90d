package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import ru.freesport.console.AtOnce;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.TestLab;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.LedgerEntry.Movement;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

@ConsoleTest
@RecordApplicationEvents
class PaymentsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private PaymentTransitions transitions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEvents events;

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
    void anOrderIsPaidByACustomerAndItsMoneyIsInTheLedger() {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "4590.00")));
        assertThat(sent.state()).isEqualTo(PaymentState.PENDING);
        assertThat(sent.confirmationUrl()).contains("/pay/" + sent.providerId());
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "pay");
        Payment paid = await().atMost(Duration.ofSeconds(10))
                .until(() -> some.now(sent.id()), now -> now.state() == PaymentState.SUCCEEDED);
        assertThat(paid.captured()).isEqualTo(Money.roubles("4590.00"));
        assertThat(paid.method().last4()).isEqualTo("4477");
        assertThat(paid.method().rrn()).isNotBlank();
        assertThat(paid.income()).isEqualTo(Money.roubles("4429.35"));
        assertThat(paid.confirmationUrl()).isNull();
        assertThat(ledger(paid)).containsExactly(Movement.CAPTURE);
        assertThat(RunAs.system(() -> payments.money(List.of(paid.orderNumber())))
                        .get(paid.orderNumber()))
                .extracting(OrderMoney::paid, OrderMoney::payments)
                .containsExactly(Money.roubles("4590.00"), 1);
        some.settle();
        assertThat(RunAs.system(() -> payments.receipts(paid.id())))
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.state()).isEqualTo(ReceiptState.SUCCEEDED);
                    assertThat(receipt.fiscalDocument()).isNotBlank();
                });
    }

    @Test
    void anOrderIsPaidOnceHoweverManySourcesSaySo() {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SomePayments.yookassa().faults().on(FaultMode.WEBHOOK_DUPLICATE, 1);
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "pay");
        AtOnce.run(8, _ -> () -> RunAs.system(() -> payments.reread(sent.id())));
        await().atMost(Duration.ofSeconds(10)).until(() -> some.now(sent.id()).state() == PaymentState.SUCCEEDED);
        assertThat(ledger(sent)).containsExactly(Movement.CAPTURE);
        assertThat(database.sql(
                                "SELECT count(*) FROM payment_event WHERE payment_id = ? AND kind = 'STATE' AND detail = 'SUCCEEDED'")
                        .param(sent.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCustomerWhoAsksTwiceGetsTheSamePayment() {
        String order = SomePayments.order();
        UUID first = some.begun(SomePayments.wish(order, "100.00"));
        assertThat(some.begun(SomePayments.wish(order, "100.00"))).isEqualTo(first);
        List<Payment> sent = AtOnce.run(4, _ -> () -> some.sent(first));
        assertThat(sent)
                .extracting(Payment::providerId)
                .doesNotContainNull()
                .containsOnly(sent.getFirst().providerId());
        assertThat(SomePayments.there(sent.getFirst(), "payment")).hasSize(1);
        PaymentBegin other =
                RunAs.actor(Actor.storefront("test"), () -> payments.begin(SomePayments.wish(order, "99.00")));
        assertThat(other).isEqualTo(new PaymentBegin.Refused(PaymentBegin.Rule.OTHER_AMOUNT_WAITS, "100.00"));
    }

    @Test
    void aPaidOrderIsNotPaidAgainAndARefusedOneIs() {
        Payment declined = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SomePayments.yookassa().act(String.valueOf(declined.providerId()), "pay:5555555555554600");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> some.now(declined.id()).state() == PaymentState.CANCELED);
        assertThat(some.now(declined.id()).cancelled().why()).isEqualTo("insufficient_funds");
        assertThat(some.begun(SomePayments.wish(declined.orderNumber(), "100.00")))
                .isNotEqualTo(declined.id());

        Payment paid = some.paid("100.00");
        PaymentBegin again = RunAs.actor(
                Actor.storefront("test"), () -> payments.begin(SomePayments.wish(paid.orderNumber(), "100.00")));
        assertThat(again).isEqualTo(new PaymentBegin.Refused(PaymentBegin.Rule.ALREADY_PAID, "100.00"));
    }

    @Test
    void aLostNotificationIsMadeUpForByAsking() {
        SomePayments.yookassa().sendWebhooksTo("http://localhost:1");
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "pay");
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            some.settle();
            return some.now(sent.id()).state() == PaymentState.SUCCEEDED;
        });
    }

    @Test
    void aPaymentThatNobodyPaysExpiresThereAndHere() {
        SomePayments.yookassa().sendWebhooksTo("http://localhost:1");
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "expire");
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
            some.settle();
            return some.now(sent.id()).state() == PaymentState.CANCELED;
        });
        assertThat(some.now(sent.id()).cancelled().why()).isEqualTo("expired_on_confirmation");
        assertThat(ledger(sent)).isEmpty();
    }

    @Test
    void anAnswerThatCameAfterTheNotificationChangesNothing() {
        Payment paid = some.paid("100.00");
        SeenPayment old = new SeenPayment(
                String.valueOf(paid.providerId()),
                paid.id(),
                paid.orderNumber(),
                PaymentState.PENDING,
                "pending",
                paid.amount(),
                paid.amount().zero(),
                null,
                paid.createdAt(),
                null,
                null,
                "http://localhost/pay",
                null,
                null,
                null);
        assertThat(RunAs.system(() -> transitions.see("yookassa", old, Source.ANSWER)))
                .isEqualTo(Sighting.UNCHANGED);
        assertThat(some.now(paid.id())).isEqualTo(paid);
    }

    @Test
    void whatTheProviderShowsOtherwiseThanAskedIsNotTakenAndPeopleAreTold() {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SeenPayment less = new SeenPayment(
                String.valueOf(sent.providerId()),
                sent.id(),
                sent.orderNumber(),
                PaymentState.SUCCEEDED,
                "succeeded",
                Money.roubles("1.00"),
                sent.amount().zero(),
                null,
                sent.createdAt(),
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(RunAs.system(() -> transitions.see("yookassa", less, Source.WEBHOOK)))
                .isEqualTo(Sighting.DIFFERENT);
        assertThat(some.now(sent.id()).state()).isEqualTo(PaymentState.PENDING);
        assertThat(events.stream(PaymentTrouble.class))
                .anyMatch(trouble -> trouble.kind() == PaymentTrouble.Kind.DIFFERS
                        && sent.id().equals(trouble.paymentId()));
    }

    @Test
    void aWordNobodyKnowsIsKeptAndTold() {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SeenPayment strange = new SeenPayment(
                String.valueOf(sent.providerId()),
                sent.id(),
                sent.orderNumber(),
                null,
                "on_the_moon",
                sent.amount(),
                sent.amount().zero(),
                null,
                sent.createdAt(),
                null,
                null,
                null,
                null,
                null,
                null);
        RunAs.system(() -> transitions.see("yookassa", strange, Source.WEBHOOK));
        assertThat(some.now(sent.id()))
                .extracting(Payment::state, Payment::providerStatus)
                .containsExactly(PaymentState.PENDING, "on_the_moon");
        assertThat(events.stream(PaymentTrouble.class))
                .anyMatch(trouble -> trouble.kind() == PaymentTrouble.Kind.STATUS_UNKNOWN
                        && trouble.detail().equals("on_the_moon"));
    }

    @Test
    void theLedgerIsAppendOnlyAndBalancesThatLeaveItAreRefused() {
        Payment paid = some.paid("100.00");
        assertThatThrownBy(() -> database.sql("UPDATE ledger_entry SET amount = 1 WHERE payment_id = ?")
                        .param(paid.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("DELETE FROM ledger_entry WHERE payment_id = ?")
                        .param(paid.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("UPDATE payment SET refunded = 0.01 WHERE id = ?")
                        .param(paid.id())
                        .update())
                .hasMessageContaining("does not agree with its ledger");
        assertThatThrownBy(() -> database.sql("UPDATE payment SET refunding = 100.01 WHERE id = ?")
                        .param(paid.id())
                        .update())
                .hasMessageContaining("payment_never_more_out_than_in");
    }

    @Test
    void whileTheProviderIsAwayThePaymentIsKeptAndGoesLater() {
        SomePayments.yookassa().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        UUID id = some.begun(SomePayments.wish(SomePayments.order(), "100.00"));
        // a broken connection may have left something there
        assertThat(some.sent(id).state()).isEqualTo(PaymentState.UNKNOWN);
        some.healthy();
        assertThat(some.sent(id)).satisfies(sent -> {
            assertThat(sent.state()).isEqualTo(PaymentState.PENDING);
            assertThat(sent.confirmationUrl()).isNotNull();
            assertThat(SomePayments.there(sent, "payment")).hasSize(1);
        });
    }

    private List<Movement> ledger(Payment payment) {
        return RunAs.system(() -> payments.ledger(payment.id())).stream()
                .map(LedgerEntry::movement)
                .toList();
    }
}
