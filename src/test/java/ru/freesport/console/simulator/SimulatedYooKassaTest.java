package ru.freesport.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.SomeYooKassaClient.Answer;
import tools.jackson.databind.JsonNode;

class SimulatedYooKassaTest {

    private final YooKassaContract contract = new YooKassaContract();
    private final Simulators lab =
            Simulators.start(SimulatorSettings.quick(Duration.ofMillis(100), Duration.ofSeconds(20)), contract);
    private final SomeYooKassaClient client = new SomeYooKassaClient(lab.httpPort());
    private SomeConsole console;

    @BeforeEach
    void listen() throws IOException {
        console = new SomeConsole("/webhooks/yookassa/demo-webhook-secret");
        lab.yookassa().sendWebhooksTo(console.address());
    }

    @AfterEach
    void stop() {
        lab.close();
        console.close();
    }

    @Test
    void everyOperationKeepsToItsDescription() throws Exception {
        client.get("/me");
        Answer whole = client.post(
                "/payments",
                "key-1",
                SomeYooKassaClient.payment("100.00", false)
                        .replace(
                                "\"metadata\"",
                                "\"receipt\":" + SomeYooKassaClient.receipt("100.00") + ",\"metadata\""));
        client.get("/payments/" + whole.id());
        lab.yookassa().act(whole.id(), "pay");
        client.post(
                "/payments/" + whole.id() + "/capture",
                "key-2",
                "{\"amount\":{\"value\":\"60.00\",\"currency\":\"RUB\"},\"receipt\":"
                        + SomeYooKassaClient.receipt("60.00") + "}");
        Answer refund = client.refund("key-3", whole.id(), "10.00");
        client.get("/refunds/" + refund.id());
        client.get("/refunds?payment_id=" + whole.id());
        Answer receipts = client.get("/receipts?payment_id=" + whole.id());
        client.get("/receipts/" + receipts.body().at("/items/0/id").asString());
        client.post("/receipts", "key-4", """
                {"type":"refund","refund_id":"%s","send":true,"settlements":[{"type":"cashless",
                "amount":{"value":"10.00","currency":"RUB"}}],%s""".formatted(
                        refund.id(), SomeYooKassaClient.receipt("10.00").substring(1)));
        Answer held = client.create("key-5", "5.00", false);
        lab.yookassa().act(held.id(), "pay:sbp");
        client.send(client.request("/payments/" + held.id() + "/cancel")
                .header("Idempotence-Key", "key-6")
                .POST(HttpRequest.BodyPublishers.noBody()));
        client.get("/payments?limit=1&created_at.gte=2026-01-01T00:00:00.000Z");
        assertThat(contract.breaches()).isEmpty();
        assertThat(contract.seen())
                .contains(
                        "GET /me 200",
                        "POST /payments 200",
                        "GET /payments/" + whole.id() + " 200",
                        "GET /payments 200",
                        "POST /payments/" + whole.id() + "/capture 200",
                        "POST /payments/" + held.id() + "/cancel 200",
                        "POST /refunds 200",
                        "GET /refunds/" + refund.id() + " 200",
                        "GET /refunds 200",
                        "POST /receipts 200",
                        "GET /receipts 200");
        await().until(() -> console.bodies().size() == 5);
        console.bodies().forEach(contract::notification);
        assertThat(contract.breaches()).isEmpty();
    }

    @Test
    void everyErrorKeepsToItsDescription() throws Exception {
        assertThat(client.create("key-1", "0.00", true).parameter()).isEqualTo("amount.value");
        assertThat(client.get("/payments/30e1f0a2-000f-5000-8000-1a2b3c4d5e6f").code())
                .isEqualTo("not_found");
        for (FaultMode mode : List.of(FaultMode.ERROR500, FaultMode.UNAUTHORIZED, FaultMode.RATE_LIMITED)) {
            lab.yookassa().faults().on(mode, 1);
            client.get("/me");
        }
        assertThat(client.send(client.request("/payments")
                        .header("Content-Type", "text/plain")
                        .header("Idempotence-Key", "key-2")
                        .POST(HttpRequest.BodyPublishers.ofString("amount=1"))))
                .extracting(Answer::status)
                .isEqualTo(415);
        assertThat(contract.seen())
                .contains(
                        "POST /payments 400",
                        "GET /payments/30e1f0a2-000f-5000-8000-1a2b3c4d5e6f 404",
                        "GET /me 500",
                        "GET /me 401",
                        "GET /me 429",
                        "POST /payments 415");
        // the media type is the only breach, and it is the client's
        assertThat(contract.breaches()).allSatisfy(breach -> assertThat(breach).contains("POST /payments, request"));
    }

    @Test
    void oneKeyIsOneObjectHoweverOftenAndHoweverManyAtOnce() throws Exception {
        List<String> ids = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return client.create("key-1", "10.00", true).id();
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(lab.yookassa().objects()).hasSize(1);
        assertThat(outcomes()).hasSize(8).containsOnlyOnce(Outcome.COMMITTED);
    }

    @Test
    void aKeyThatIsUsedForSomethingElseOrMissingIsRefused() throws Exception {
        client.create("key-1", "10.00", true);
        Answer other = client.create("key-1", "11.00", true);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.parameter()).isEqualTo("Idempotence-Key");
        assertThat(client.create("", "10.00", true).parameter()).isEqualTo("Idempotence-Key");
        assertThat(client.create("x".repeat(65), "10.00", true).status()).isEqualTo(400);
        assertThat(lab.yookassa().objects()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        assertThat(new SomeYooKassaClient(lab.httpPort(), "live_other").get("/me"))
                .extracting(Answer::status, Answer::code)
                .containsExactly(401, "invalid_credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  pay,                    succeeded,           payment.succeeded",
        "false, pay,                    waiting_for_capture, payment.waiting_for_capture",
        "true,  pay:5555555555554600,   canceled,            payment.canceled",
        "true,  decline,                canceled,            payment.canceled",
        "true,  expire,                 canceled,            payment.canceled"
    })
    void aPaymentMovesAsTheWorldMovesItAndTheConsoleIsTold(boolean atOnce, String act, String state, String event)
            throws Exception {
        Answer made = client.create("key-1", "10.00", atOnce);
        assertThat(made.state()).isEqualTo("pending");
        assertThat(made.body().at("/confirmation/confirmation_url").asString()).endsWith("/pay/" + made.id());
        lab.yookassa().act(made.id(), act);
        assertThat(client.get("/payments/" + made.id()).state()).isEqualTo(state);
        await().untilAsserted(() -> assertThat(console.events()).containsExactly(event));
        assertThatThrownBy(() -> lab.yookassa().act(made.id(), "pay")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noMoreIsRefundedThanIsLeftAndPendingRefundsCount() throws Exception {
        Answer made = client.create("key-1", "100.00", true);
        lab.yookassa().act(made.id(), "pay");
        assertThat(client.refund("key-2", made.id(), "60.00").state()).isEqualTo("succeeded");
        lab.yookassa().act(made.id(), "hold-refunds");
        Answer pending = client.refund("key-3", made.id(), "30.00");
        assertThat(pending.state()).isEqualTo("pending");
        assertThat(client.refund("key-4", made.id(), "30.00"))
                .extracting(Answer::status, Answer::parameter)
                .containsExactly(400, "amount");
        lab.yookassa().act(pending.id(), "decline");
        assertThat(client.refund("key-5", made.id(), "40.00").state()).isEqualTo("pending");
        assertThat(client.get("/payments/" + made.id())
                        .body()
                        .at("/refunded_amount/value")
                        .asString())
                .isEqualTo("60.00");
    }

    @Test
    void aReceiptMustAddUp() throws Exception {
        String body = SomeYooKassaClient.payment("100.00", true)
                .replace("\"metadata\"", "\"receipt\":" + SomeYooKassaClient.receipt("99.99") + ",\"metadata\"");
        assertThat(client.post("/payments", "key-1", body).parameter()).isEqualTo("receipt.items");
    }

    @Test
    void afterTheWorkAnErrorOrSilenceLeavesTheWorkDoneAndTheKeyFindsIt() throws Exception {
        lab.yookassa().faults().on(FaultMode.ERROR_AFTER_COMMIT, 1);
        assertThat(client.create("key-1", "10.00", true).code()).isEqualTo("internal_server_error");
        Answer found = client.create("key-1", "10.00", true);
        lab.yookassa().faults().on(FaultMode.TIMEOUT_AFTER_COMMIT, 1);
        assertThatThrownBy(() -> client.create("key-2", "20.00", true)).isInstanceOf(HttpTimeoutException.class);
        assertThat(client.create("key-2", "20.00", true).status()).isEqualTo(200);
        assertThat(found.status()).isEqualTo(200);
        assertThat(lab.yookassa().objects()).hasSize(2);
    }

    @Test
    void aNotificationComesAgainUntilItIsTaken() throws Exception {
        console.refuses(2);
        lab.yookassa().act(client.create("key-1", "10.00", true).id(), "pay");
        await().untilAsserted(() -> assertThat(console.events()).containsExactly("payment.succeeded"));
    }

    @Test
    void theFaultsOfNotificationsDoubleReorderAndChangeThem() throws Exception {
        lab.yookassa().faults().on(FaultMode.WEBHOOK_DUPLICATE, 1);
        Answer made = client.create("key-1", "10.00", true);
        lab.yookassa().act(made.id(), "pay");
        await().until(() -> console.events().size() == 2);

        lab.yookassa().faults().on(FaultMode.WEBHOOK_REORDERED, 1);
        Answer held = client.create("key-2", "10.00", false);
        lab.yookassa().act(held.id(), "pay");
        client.post("/payments/" + held.id() + "/capture", "key-3", "{}");
        await().untilAsserted(() ->
                assertThat(console.events()).endsWith("payment.succeeded", "payment.waiting_for_capture"));

        lab.yookassa().faults().on(FaultMode.WEBHOOK_TAMPERED, 1);
        lab.yookassa().act(client.create("key-4", "10.00", true).id(), "pay");
        await().until(() -> console.events().size() == 5);
        JsonNode last = console.notifications().getLast();
        assertThat(last.at("/object/amount/value").asString()).isEqualTo("999999.00");
    }

    @Test
    void aPersonPaysOnThePageAndComesBackToTheShop() throws Exception {
        Answer made = client.create("key-1", "10.00", true);
        URI page = URI.create(made.body().at("/confirmation/confirmation_url").asString());
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> shown =
                    browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(shown.body()).contains("10.00 ₽", "Order FS-1", "data-status=\"pending\"");
            HttpResponse<String> paid = browser.send(
                    HttpRequest.newBuilder(page)
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "act=pay&method=bank_card&card=5555+5555+5555+4477"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(paid.statusCode()).isEqualTo(302);
            assertThat(paid.headers().firstValue("Location")).hasValue("http://shop.example/back");
        }
        Answer now = client.get("/payments/" + made.id());
        assertThat(now.state()).isEqualTo("succeeded");
        assertThat(now.body().at("/payment_method/card/last4").asString()).isEqualTo("4477");
    }

    @Test
    void listsComeInPagesNewestFirst() throws Exception {
        for (int n = 0; n < 5; n++) {
            client.create("key-" + n, "1" + n + ".00", true);
        }
        Answer first = client.get("/payments?limit=3");
        assertThat(first.body().at("/items/0/amount/value").asString()).isEqualTo("14.00");
        Answer last = client.get(
                "/payments?limit=3&cursor=" + first.body().path("next_cursor").asString());
        assertThat(last.body().path("items")).hasSize(2);
        assertThat(last.body().has("next_cursor")).isFalse();
    }

    private List<Outcome> outcomes() {
        return lab.yookassa().journal().entries().stream()
                .map(LabEntry::outcome)
                .toList();
    }
}
