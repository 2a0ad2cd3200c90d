package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import tools.jackson.databind.json.JsonMapper;

@ConsoleTest
class ReconciliationTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private JdbcClient database;

    private SomePayments some;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:1");
    }

    @AfterEach
    void stop() {
        some.healthy();
    }

    @Test
    void whatWasPaidThereAndNotKnownHereIsTakenIn() {
        Payment sent = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "100.00")));
        SomePayments.yookassa().act(String.valueOf(sent.providerId()), "pay");
        assertThat(compared().healed()).isPositive();
        assertThat(some.now(sent.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(about(String.valueOf(sent.providerId()))).isEmpty();
    }

    @Test
    void aPaymentThatNobodyAskedForHereWaitsOnceAndGoesWithARemarkForGood() throws Exception {
        String foreign = madeElsewhere();
        compared();
        compared();
        Difference difference = about(foreign).orElseThrow();
        assertThat(difference.kind()).isEqualTo(Difference.Kind.MISSING_HERE);
        assertThat(difference.there()).isEqualTo("pending 55.00 RUB");
        SomePayments.as(
                "finn",
                "FINANCE",
                () -> assertThat(reconciliation.accept(difference.id(), "счёт по телефону"))
                        .isTrue());
        compared();
        assertThat(about(foreign)).map(Difference::state).hasValue(Difference.State.ACCEPTED);
    }

    @Test
    void whatTheProviderDoesNotHaveIsMissedAndSettlesWhenItTurnsUp() {
        Payment paid = some.paid("100.00");
        String real = String.valueOf(paid.providerId());
        String gone = "00000000-000f-5000-8000-" + UUID.randomUUID().toString().substring(24);
        renumber(paid, gone);
        compared();
        assertThat(about(gone)).map(Difference::kind).hasValue(Difference.Kind.MISSING_THERE);
        renumber(paid, real);
        compared();
        assertThat(about(gone)).map(Difference::state).hasValue(Difference.State.SETTLED);
    }

    @Test
    void aDayThatCouldNotBeReadSaysNothing() {
        SomePayments.yookassa().faults().on(FaultMode.ERROR500, Faults.UNTIL_DELETED);
        assertThat(RunAs.system(() -> reconciliation.compare(TODAY))).isEmpty();
    }

    private ReconciliationReport compared() {
        return RunAs.system(() -> reconciliation.compare(TODAY)).orElseThrow();
    }

    /** Whatever its state. */
    private Optional<Difference> about(String providerId) {
        return RunAs.system(() -> reconciliation.page(List.of(Difference.State.values()), null, 10_000)).stream()
                .filter(one -> one.providerId().equals(providerId))
                .findFirst();
    }

    private void renumber(Payment payment, String providerId) {
        database.sql("UPDATE payment SET provider_id = ? WHERE id = ?")
                .params(providerId, payment.id())
                .update();
    }

    private static String madeElsewhere() throws Exception {
        String account =
                Base64.getEncoder().encodeToString("100500:test_demo-yookassa-key".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(System.getProperty("FREESPORT_YOOKASSA_URL") + "/payments"))
                .header("Authorization", "Basic " + account)
                .header("Content-Type", "application/json")
                .header("Idempotence-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"amount":{"value":"55.00","currency":"RUB"},"capture":true,
                         "confirmation":{"type":"redirect","return_url":"https://shop.example"}}"""))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new JsonMapper().readTree(body).path("id").asString();
        }
    }
}
