package ru.freesport.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.conflicts.SomeConflicts;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.orders.PaidAfterCancellation;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.WebhookRejected;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentJanitor;
import ru.freesport.console.payments.PaymentTrouble;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.ReceiptsTask;
import ru.freesport.console.payments.SomePayments;
import ru.freesport.console.shared.Actor;

/** What is wrong with money or waits too long becomes an alert with the page where it is put right. */
@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class MoneyAlertsTest {

    private static final Set<AlertRule> OURS = EnumSet.of(
            AlertRule.CONFLICTS_OVERDUE,
            AlertRule.PAYMENT_TROUBLE,
            AlertRule.PAYMENT_UNKNOWN,
            AlertRule.HOLD_ENDS,
            AlertRule.RECEIPT_LATE,
            AlertRule.RECEIPT_OVERDUE,
            AlertRule.WEBHOOK_REJECTED,
            AlertRule.PAID_AFTER_CANCELLATION);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertWatchTask watch;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private Runs runs;

    @BeforeEach
    void clear() {
        database.sql("DELETE FROM alert").update();
    }

    @ParameterizedTest
    @EnumSource(PaymentTrouble.Kind.class)
    void everyTroubleWithMoneyIsToldOnceAndLeadsToItsPayment(PaymentTrouble.Kind kind) {
        UUID payment = UUID.randomUUID();
        PaymentTrouble trouble = new PaymentTrouble(kind, payment, "p-1", "it differs");
        events.publishEvent(trouble);
        events.publishEvent(trouble);
        Alert alert = only();
        assertThat(alert.subject()).isEqualTo(payment.toString());
        assertThat(alert.link()).isEqualTo("payments/" + payment);
        assertThat(alert.detail()).contains("it differs");
        assertThat(alert.seen()).isOne();
    }

    @Test
    void whatIsNoPaymentOfOursLeadsToTheMessages() {
        events.publishEvent(new PaymentTrouble(PaymentTrouble.Kind.NOT_OURS, null, "2d0f-there", "nobody asked"));
        assertThat(only().link()).isEqualTo("messages?q=2d0f-there");
    }

    @Test
    void aFloodOfForgedNotificationsIsOneAlertThatCountsAndStaysUntilAPersonHasLooked() {
        events.publishEvent(new WebhookRejected("yookassa", 1L, "ADDRESS"));
        events.publishEvent(new WebhookRejected("yookassa", 2L, "ADDRESS"));
        Alert alert = only();
        assertThat(alert.rule()).isEqualTo(AlertRule.WEBHOOK_REJECTED);
        assertThat(alert.seen()).isEqualTo(2);
        watch.look();
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void aForgedNotificationIsToldWithTheMessageThatHoldsItsBytes() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/webhooks/yookassa/wrong-secret"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"event\":\"payment.succeeded\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(200, 499);
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> !ours().isEmpty());
        assertThat(only().rule()).isEqualTo(AlertRule.WEBHOOK_REJECTED);
        assertThat(only().link()).matches("messages/\\d+");
    }

    @Test
    void aPaidOrderThatWasCancelledLeadsToTheOrder() {
        events.publishEvent(new PaidAfterCancellation("0000126001"));
        assertThat(only().rule()).isEqualTo(AlertRule.PAID_AFTER_CANCELLATION);
        assertThat(only().link()).isEqualTo("orders/0000126001");
    }

    @Test
    void aLateReceiptIsOverOnceItIsRegistered() {
        SomePayments some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
        Payment paid = some.paid("100.00");
        database.sql("UPDATE receipt SET state = 'PENDING' WHERE payment_id = ?")
                .param(paid.id())
                .update();
        events.publishEvent(new PaymentTrouble(PaymentTrouble.Kind.RECEIPT_LATE, paid.id(), "r-1", "26 h"));
        watch.look();
        assertThat(only().isOpen()).isTrue();
        database.sql("UPDATE receipt SET state = 'SUCCEEDED' WHERE payment_id = ?")
                .param(paid.id())
                .update();
        watch.look();
        assertThat(only().isOpen()).isFalse();
    }

    @Test
    void whatNobodyKnowsForLongIsToldOnceAndOverWhenItIsKnown() {
        SomePayments some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
        Payment paid = some.paid("100.00");
        // as if its answer had been lost, and every answer since
        database.sql("""
                        UPDATE provider_operation SET state = 'UNKNOWN', due_at = now() + interval '1 hour', ended_at = NULL,
                            created_at = now() - interval '14 minutes' WHERE payment_id = ?""").param(paid.id()).update();
        lookAfterPayments();
        assertThat(ours()).isEmpty();
        database.sql("UPDATE provider_operation SET created_at = now() - interval '16 minutes' WHERE payment_id = ?")
                .param(paid.id())
                .update();
        lookAfterPayments();
        lookAfterPayments();
        watch.look();
        assertThat(only().rule()).isEqualTo(AlertRule.PAYMENT_UNKNOWN);
        assertThat(only().link()).isEqualTo("payments/" + paid.id());
        assertThat(only().seen()).isOne();
        assertThat(only().isOpen()).isTrue();
        database.sql("UPDATE provider_operation SET state = 'DONE', ended_at = now() WHERE payment_id = ?")
                .param(paid.id())
                .update();
        watch.look();
        assertThat(only().isOpen()).isFalse();
    }

    private void lookAfterPayments() {
        RunAs.system(
                () -> runs.runHere(RunRequest.of(janitor.name(), RunTrigger.MANUAL, Actor.system()), RunWatcher.NONE));
    }

    @Test
    void anOverdueConflictIsToldAndOverWhenItIsDecided() {
        SomeConflicts some = SomeConflicts.of(beans);
        Customer customer = some.company();
        database.sql("UPDATE customer_conflict SET state = 'DISMISSED' WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED')")
                .update();
        long id = some.of(customer, Map.of(CustomerField.KPP, "770701002"));
        database.sql("UPDATE customer_conflict SET due_at = now() - interval '1 minute' WHERE id = ?")
                .param(id)
                .update();
        RunAs.system(() -> runs.runHere(
                RunRequest.of("customers.conflict-closing", RunTrigger.MANUAL, Actor.system()), RunWatcher.NONE));
        Alert alert = only();
        assertThat(alert.rule()).isEqualTo(AlertRule.CONFLICTS_OVERDUE);
        assertThat(alert.link()).isEqualTo("conflicts?show=overdue&severity=MEDIUM");
        watch.look();
        assertThat(only().isOpen()).isTrue();
        database.sql("UPDATE customer_conflict SET state = 'DISMISSED' WHERE id = ?")
                .param(id)
                .update();
        watch.look();
        assertThat(only().isOpen()).isFalse();
    }

    private Alert only() {
        assertThat(ours()).hasSize(1);
        return ours().getFirst();
    }

    private List<Alert> ours() {
        return alerts.page(new AlertFilter(AlertFilter.Show.ALL, null, null, null), null, 100).stream()
                .filter(alert -> OURS.contains(alert.rule()))
                .toList();
    }
}
