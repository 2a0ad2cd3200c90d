package ru.freesport.console.payments.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.PaymentsSettings;
import ru.freesport.console.payments.SeenPayment;
import ru.freesport.console.payments.SomePayments;
import ru.freesport.console.shared.Money;
import tools.jackson.databind.json.JsonMapper;

/** The client against a YooKassa that answers whatever a test wants, word for word. */
@ConsoleTest
class YooKassaGatewayTest {

    private static final String ID = "30e1f0a2-000f-5000-8000-1a2b3c4d5e6f";

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private PartnerHttp partnerHttp;

    @Autowired
    private Circuits circuits;

    @Autowired
    private JsonMapper json;

    @Autowired
    private PaymentsSettings payments;

    private record Said(int status, String body) {}

    private final List<Said> answers = new ArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotence-Key")));
            Said said = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        SomePayments.as("olga", "OPERATIONS", () -> circuits.reset("yookassa", "A test ends"));
    }

    @Test
    void fieldsNobodyKnowsAreLeftOutAndAWordNobodyKnowsIsKept() {
        answers.add(new Said(200, payment("on_the_moon", true, "100500")));
        assertThat(gateway(false).payment(ID))
                .isInstanceOfSatisfying(
                        CallOutcome.Succeeded.class,
                        answered -> assertThat((SeenPayment) answered.answer()).satisfies(seen -> {
                            assertThat(seen.state()).isNull();
                            assertThat(seen.status()).isEqualTo("on_the_moon");
                            assertThat(seen.amount()).isEqualTo(Money.roubles("4590.00"));
                        }));
    }

    @ParameterizedTest
    @CsvSource({"true, true, 100500, test shop", "false, false, 666, Another shop"})
    void aTestObjectInALiveShopAndAnotherShopsObjectAreRefused(boolean live, boolean test, String shop, String why) {
        answers.add(new Said(200, payment("succeeded", test, shop)));
        assertThat(gateway(live).payment(ID))
                .isInstanceOfSatisfying(
                        CallOutcome.Rejected.class,
                        refused -> assertThat(refused.text()).contains(why));
    }

    @ParameterizedTest
    @CsvSource({
        "400, amount,          BUSINESS_LOGIC_ERROR",
        "401, Authorization,   AUTHENTICATION_FAILED",
        "403, '',              AUTHENTICATION_FAILED",
        "404, '',              BUSINESS_LOGIC_ERROR",
        "405, '',              DATA_FORMAT_ERROR",
        "410, '',              BUSINESS_LOGIC_ERROR",
        "415, '',              DATA_FORMAT_ERROR"
    })
    void aRefusalIsTriedOnceAndSaysWhatItIs(int status, String parameter, CallError error) {
        answers.add(new Said(status, status == 405 || status == 415 ? "" : error("code", parameter, null)));
        assertThat(gateway(false).create("key-1", "{}"))
                .isInstanceOfSatisfying(
                        CallOutcome.Rejected.class,
                        refused -> assertThat(refused.error()).isEqualTo(error));
        assertThat(keys).containsExactly("key-1");
    }

    @Test
    void anErrorOf500IsTriedAgainWithTheSameKeyAndStaysUnknown() {
        answers.add(new Said(500, error("internal_server_error", "", null)));
        assertThat(gateway(false).create("key-1", "{}"))
                .isInstanceOfSatisfying(
                        CallOutcome.Unknown.class,
                        lost -> assertThat(lost.error()).isEqualTo(CallError.SYSTEM_UNAVAILABLE));
        assertThat(keys).containsExactly("key-1", "key-1");
    }

    @Test
    void tooManyCallsWaitAsLongAsIsAskedAndTheSameKeyGoesAgain() {
        answers.add(new Said(429, error("too_many_requests", "", 300)));
        answers.add(new Said(200, payment("pending", true, "100500")));
        long began = System.nanoTime();
        assertThat(gateway(false).create("key-1", "{}")).isInstanceOf(CallOutcome.Succeeded.class);
        assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThanOrEqualTo(300);
        assertThat(keys).containsExactly("key-1", "key-1");
    }

    @Test
    void notYetIsNoAnswer() {
        answers.add(new Said(202, "{\"type\":\"processing\",\"retry_after\":1}"));
        answers.add(new Said(200, payment("pending", true, "100500")));
        assertThat(gateway(false).create("key-1", "{}")).isInstanceOf(CallOutcome.Succeeded.class);
    }

    @Test
    void aKeyThatBelongsToAnotherRequestLeavesInDoubtWhatThatOneDid() {
        answers.add(new Said(400, error("invalid_request", "Idempotence-Key", null)));
        assertThat(gateway(false).create("key-1", "{}"))
                .isInstanceOfSatisfying(
                        CallOutcome.Unknown.class,
                        lost -> assertThat(lost.text()).contains("Idempotence-Key"));
        assertThat(keys).hasSize(1);
    }

    @Test
    void anAnswerThatIsCutLeavesDoubtAfterAWriteOnly() {
        answers.add(new Said(200, payment("pending", true, "100500").substring(0, 80)));
        assertThat(gateway(false).create("key-1", "{}")).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(gateway(false).payment(ID)).isInstanceOf(CallOutcome.Rejected.class);
    }

    @Test
    void aListIsReadToItsEndOrNotAtAll() {
        String item = payment("succeeded", true, "100500");
        answers.add(new Said(200, "{\"type\":\"list\",\"items\":[" + item + "],\"next_cursor\":\"2\"}"));
        answers.add(new Said(200, "{\"type\":\"list\",\"items\":[" + item + "]}"));
        CallOutcome<List<SeenPayment>> whole =
                gateway(false).payments(java.time.Instant.EPOCH, java.time.Instant.now());
        assertThat(whole)
                .isInstanceOfSatisfying(
                        CallOutcome.Succeeded.class,
                        read -> assertThat((List<?>) read.answer()).hasSize(2));
        assertThat(((CallOutcome.Succeeded<List<SeenPayment>>) whole).answer())
                .extracting(SeenPayment::state)
                .containsOnly(PaymentState.SUCCEEDED);

        answers.set(0, new Said(200, "{\"type\":\"list\",\"items\":[" + item + "],\"next_cursor\":\"2\"}"));
        answers.add(new Said(404, error("not_found", "", null)));
        assertThat(gateway(false).payments(java.time.Instant.EPOCH, java.time.Instant.now()))
                .isInstanceOf(CallOutcome.Rejected.class);
    }

    private YooKassaGateway gateway(boolean live) {
        YooKassaSettings settings = new YooKassaSettings(
                "http://localhost:" + server.getAddress().getPort(),
                "100500",
                live ? "live_some-secret-key" : "test_some-secret-key",
                live,
                List.of(),
                List.of());
        return new YooKassaGateway(
                new YooKassaHttp(settings, calls, partnerHttp, json), new Bodies(json, payments), circuits, settings);
    }

    private static String payment(String status, boolean test, String shop) {
        return """
                {"id":"%s","status":"%s","paid":false,"test":%s,"refundable":false,"news":{"of":["tomorrow"]},
                 "amount":{"value":"4590.00","currency":"RUB"},"created_at":"2026-03-01T09:15:00.123Z",
                 "recipient":{"account_id":"%s","gateway_id":"1740000"},"metadata":{"order_id":"FS-10045"}}""".formatted(ID, status, test, shop);
    }

    private static String error(String code, String parameter, Integer retryAfter) {
        return "{\"type\":\"error\",\"id\":\"7f0c0d2e\",\"code\":\"" + code + "\",\"description\":\"Some words\""
                + (parameter.isEmpty() ? "" : ",\"parameter\":\"" + parameter + "\"")
                + (retryAfter == null ? "" : ",\"retry_after\":" + retryAfter) + "}";
    }
}
