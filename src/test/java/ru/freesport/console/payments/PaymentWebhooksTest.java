package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.AtOnce;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.HeardEvents;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.Webhook;
import ru.freesport.console.partners.Webhook.Lamp;
import ru.freesport.console.partners.Webhook.State;
import ru.freesport.console.partners.WebhookRejected;
import ru.freesport.console.partners.Webhooks;
import ru.freesport.console.simulator.FaultMode;

@ConsoleTest
class PaymentWebhooksTest {

    private static final String NOWHERE = "http://localhost:1";
    private static final String SECRET = "demo-webhook-secret";

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
    private Webhooks webhooks;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ConfigurableApplicationContext context;

    private final HttpClient http = HttpClient.newHttpClient();
    private SomePayments some;
    private HeardEvents events;

    @BeforeEach
    void begin() {
        events = new HeardEvents(context);
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
    }

    @AfterEach
    void stop() {
        some.healthy();
        events.close();
        http.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"WEBHOOK_DUPLICATE", "WEBHOOK_REORDERED", "WEBHOOK_TAMPERED"})
    void howeverNotificationsComeThePaymentEndsRight(FaultMode mode) {
        SomePayments.yookassa().faults().on(mode, 1);
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "pay");
        await().atMost(Duration.ofSeconds(15)).until(() -> some.now(sent.id()).state() == PaymentState.SUCCEEDED);
        int expected = mode == FaultMode.WEBHOOK_DUPLICATE ? 2 : 1;
        await().atMost(Duration.ofSeconds(5))
                .until(() -> about(sent).stream()
                                .filter(one -> one.state().isFinal())
                                .count()
                        == expected);
        List<State> states = about(sent).stream().map(Webhook::state).toList();
        switch (mode) {
            // two workers may take one each: then the later is no news rather than a known repeat
            case WEBHOOK_DUPLICATE ->
                assertThat(states).containsOnlyOnce(State.APPLIED).containsAnyOf(State.DUPLICATE, State.UNCHANGED);
            case WEBHOOK_TAMPERED -> assertThat(states).containsExactly(State.REJECTED);
            default -> assertThat(states).containsExactly(State.APPLIED);
        }
        assertThat(RunAs.system(() -> payments.ledger(sent.id()))).hasSize(1);
    }

    @Test
    void aNotificationThatOvertakesTheAnswerFindsItsPayment() {
        // the answer to the creation is held back for longer than the customer and the notification need
        SomePayments.yookassa().faults().on(FaultMode.TIMEOUT_AFTER_COMMIT, 2);
        NewPayment wish = SomePayments.wish(SomePayments.order(), "100.00");
        var id = some.begun(wish);
        List<Payment> answered = AtOnce.run(2, n -> () -> {
            if (n == 0) {
                return some.sent(id);
            }
            Map<String, Object> there = await().pollInSameThread()
                    .atMost(Duration.ofSeconds(5))
                    .until(
                            () -> SomePayments.yookassa().objects().stream()
                                    .filter(one ->
                                            String.valueOf(one.get("metadata")).contains(wish.orderNumber()))
                                    .findFirst()
                                    .orElse(Map.of()),
                            Predicate.not(Map::isEmpty));
            SomePayments.yookassa().act(String.valueOf(there.get("id")), "pay");
            return some.now(id);
        });
        assertThat(answered).isNotEmpty();
        await().atMost(Duration.ofSeconds(10)).until(() -> some.now(id).state() == PaymentState.SUCCEEDED);
        some.sent(id);
        assertThat(some.now(id).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(SomePayments.there(some.now(id), "payment")).hasSize(1);
        assertThat(RunAs.system(() -> payments.ledger(id))).hasSize(1);
    }

    @Test
    void forgeriesChangeNothingAreKeptAsRejectedAndTellPeople() throws Exception {
        SomePayments.yookassa().sendWebhooksTo(NOWHERE);
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        String body = body(sent, "payment.succeeded", "succeeded", "100.00", "100500");

        assertThat(post("wrong-secret", body, null)).isEqualTo(404);
        assertThat(post(SECRET, body, "203.0.113.7")).isEqualTo(403);
        assertThat(post(SECRET, body(sent, "payment.succeeded", "succeeded", "100.00", "666"), null))
                .isEqualTo(200);
        assertThat(post(SECRET, body(sent, "payment.waiting_for_capture", "succeeded", "1.00", "100500"), null))
                .isEqualTo(200);
        assertThat(post(SECRET, body.replace(String.valueOf(sent.providerId()), "0".repeat(36)), null))
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> about(sent).stream().allMatch(one -> one.state().isFinal()));
        assertThat(about(sent))
                .extracting(Webhook::state, Webhook::remark, Webhook::secretLamp, Webhook::addressLamp)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(State.REJECTED, "SECRET", Lamp.FAILED, Lamp.PASSED),
                        org.assertj.core.groups.Tuple.tuple(State.REJECTED, "ADDRESS", Lamp.PASSED, Lamp.FAILED),
                        org.assertj.core.groups.Tuple.tuple(State.REJECTED, "SHOP", Lamp.PASSED, Lamp.PASSED),
                        org.assertj.core.groups.Tuple.tuple(State.REJECTED, "AMOUNT", Lamp.PASSED, Lamp.PASSED));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> webhook("payment:" + "0".repeat(36)).state() == State.REJECTED);
        assertThat(webhook("payment:" + "0".repeat(36)).remark()).isEqualTo("NO_SUCH_OBJECT");
        assertThat(some.now(sent.id()).state()).isEqualTo(PaymentState.PENDING);
        assertThat(RunAs.system(() -> payments.ledger(sent.id()))).isEmpty();
        assertThat(events.of(WebhookRejected.class))
                .extracting(WebhookRejected::remark)
                .contains("SECRET", "ADDRESS", "SHOP", "AMOUNT", "NO_SUCH_OBJECT");
    }

    @Test
    void anOldEventThatIsPlayedAgainIsNoRepeatOfTheSenders() throws Exception {
        SomePayments.yookassa().sendWebhooksTo(NOWHERE);
        Payment paid = some.paid("100.00");
        String body = body(paid, "payment.succeeded", "succeeded", "100.00", "100500");
        assertThat(post(SECRET, body, null)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> about(paid).getFirst().state() == State.UNCHANGED);
        assertThat(post(SECRET, body, null)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> about(paid).getLast().state() == State.DUPLICATE);
        database.sql("UPDATE webhook SET received_at = received_at - interval '26 hours' WHERE subject = ?")
                .param("payment:" + paid.providerId())
                .update();
        assertThat(post(SECRET, body, null)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> about(paid).getLast().state() == State.REJECTED);
        assertThat(about(paid).getLast().remark()).isEqualTo("REPLAYED");
        assertThat(some.now(paid.id())).isEqualTo(paid);
    }

    @Test
    void aStaleNotificationChangesNothing() throws Exception {
        SomePayments.yookassa().sendWebhooksTo(NOWHERE);
        Payment paid = some.paid("100.00");
        // the documentation itself shows an event whose object is older than it
        assertThat(post(SECRET, body(paid, "payment.succeeded", "waiting_for_capture", "100.00", "100500"), null))
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> about(paid).getFirst().state() == State.UNCHANGED);
        assertThat(some.now(paid.id())).isEqualTo(paid);
    }

    @Test
    void theNextSecretIsGoodWhileOneReplacesTheOther() throws Exception {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        assertThat(post("next-webhook-secret", body(sent, "payment.canceled", "canceled", "100.00", "100500"), null))
                .isEqualTo(200);
    }

    @Test
    void whatATrustedProxyPassesOnIsTheAddressThatCounts() throws Exception {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        String body = body(sent, "payment.canceled", "canceled", "100.00", "100500");
        assertThat(post(SECRET, body, "185.71.76.5")).isEqualTo(200);
        // whoever stands before a stranger may write what he likes
        assertThat(post(SECRET, body, "185.71.76.5, 203.0.113.7")).isEqualTo(403);
        assertThat(post(SECRET, body, "2a02:5180::17")).isEqualTo(200);
        assertThat(post(SECRET, body, "nonsense")).isEqualTo(403);
        assertThat(about(sent)).extracting(Webhook::address).contains("185.71.76.5", "203.0.113.7");
    }

    @Test
    void theBytesAreKeptAsTheyCame() throws Exception {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        String body = body(sent, "payment.canceled", "canceled", "100.00", "100500") + "  \r\n";
        post(SECRET, body, null);
        Webhook stored = about(sent).getFirst();
        try (var content = messages.content(stored.messageId())) {
            assertThat(content.readAllBytes()).asString().isEqualTo(body);
        }
        assertThat(messages.find(stored.messageId()).orElseThrow().name()).contains("payment.canceled");
    }

    @Test
    void junkIsRefusedAndNothingBreaks() throws Exception {
        assertThat(post(SECRET, "", null)).isEqualTo(403);
        assertThat(post(SECRET, "{", null)).isEqualTo(403);
        assertThat(post(SECRET, "[".repeat(100_000), null)).isEqualTo(403);
        assertThat(post(SECRET, "{\"type\":\"notification\",\"event\":\"payment.succeeded\",\"object\":{}}", null))
                .isEqualTo(403);
        assertThat(post(SECRET, "x".repeat(300_000), null)).isEqualTo(413);
        assertThat(send("/webhooks/nobody/" + SECRET, "{}", null)).isEqualTo(404);
    }

    private Webhook webhook(String subject) {
        return RunAs.system(() -> webhooks.about("yookassa", subject)).getLast();
    }

    private List<Webhook> about(Payment payment) {
        return RunAs.system(() -> webhooks.about("yookassa", "payment:" + payment.providerId()));
    }

    private int post(String secret, String body, String forwardedFor) throws IOException, InterruptedException {
        return send("/webhooks/yookassa/" + secret, body, forwardedFor);
    }

    private int send(String path, String body, String forwardedFor) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String body(Payment payment, String event, String status, String amount, String shop) {
        return """
                {"type":"notification","event":"%s","object":{"id":"%s","status":"%s","paid":true,
                 "amount":{"value":"%s","currency":"RUB"},"recipient":{"account_id":"%s","gateway_id":"1"},
                 "metadata":{"order_id":"%s"}}}""".formatted(event, payment.providerId(), status, amount, shop, payment.orderNumber());
    }
}
