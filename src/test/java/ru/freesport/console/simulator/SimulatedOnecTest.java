package ru.freesport.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.freesport.console.simulator.LabEntry.Outcome;

class SimulatedOnecTest {

    private static final String XML = "application/xml; charset=UTF-8";
    private static final String BATCH = "batch-0001";

    private final Simulators lab =
            Simulators.start(SimulatorSettings.quick(Duration.ofMillis(100), Duration.ofSeconds(20)));
    private final SomeOnecClient client = new SomeOnecClient(lab.httpPort());

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aCatalogueComesInPages() throws Exception {
        HttpResponse<String> first = client.get("/products?limit=5");
        String next = first.headers().firstValue("X-Next-Cursor").orElseThrow();
        HttpResponse<String> last = client.get("/products?limit=100&cursor=" + next);
        assertThat(first.body()).contains("FS-0001").doesNotContain("FS-0006");
        assertThat(last.body()).contains("FS-0006", "FS-0012").doesNotContain("FS-0005");
        assertThat(last.headers().firstValue("X-Next-Cursor")).isEmpty();
    }

    @Test
    void anOrderIsTakenOncePerKey() throws Exception {
        String body = order("order-1", "1000.00", "1000.00");
        assertThat(client.post("/orders", XML, body, BATCH).body()).contains("CREATED", "ФС00-000001");
        assertThat(client.post("/orders", XML, body, BATCH).body()).contains("EXISTS", "ФС00-000001");
        assertThat(lab.onec().objects()).hasSize(1);
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED, Outcome.REFUSED);
    }

    @Test
    void anOrderWhoseHeaderIsNotItsRowsIsRejected() throws Exception {
        HttpResponse<String> answer = client.post("/orders", XML, order("order-1", "1000.00", "999.99"), BATCH);
        assertThat(answer.body()).contains("REJECTED", "не равна сумме строк");
        assertThat(lab.onec().objects()).isEmpty();
    }

    @Test
    void aWrongPasswordAndALateStampAreRefused() throws Exception {
        assertThat(new SomeOnecClient(lab.httpPort())
                        .withPassword("other")
                        .get("/ping")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new SomeOnecClient(lab.httpPort())
                        .withSkew(Duration.ofSeconds(-301))
                        .get("/ping")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new SomeOnecClient(lab.httpPort())
                        .withSkew(Duration.ofSeconds(-290))
                        .get("/ping")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whenItIsDownNothingIsDoneAndNothingIsAnswered() {
        lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        assertThatThrownBy(() -> client.post("/orders", XML, order("order-1", "1.00", "1.00"), BATCH))
                .isInstanceOf(IOException.class);
        assertThat(lab.onec().objects()).isEmpty();
        assertThat(outcomes()).contains(Outcome.LOST).doesNotContain(Outcome.COMMITTED);
    }

    @Test
    void anErrorAfterTheWorkLeavesTheWorkDone() throws Exception {
        lab.onec().faults().on(FaultMode.ERROR_AFTER_COMMIT, 1);
        HttpResponse<String> answer = client.post("/orders", XML, order("order-1", "1.00", "1.00"), BATCH);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void aTimeOutAfterTheWorkLeavesTheWorkDone() {
        lab.onec().faults().on(FaultMode.TIMEOUT_AFTER_COMMIT, 1);
        assertThatThrownBy(() -> client.post("/orders", XML, order("order-1", "1.00", "1.00"), BATCH))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(outcomes()).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void aMalformedAnswerIsCut() throws Exception {
        lab.onec().faults().on(FaultMode.MALFORMED, 1);
        assertThat(client.get("/stock").body()).doesNotContain("</КоммерческаяИнформация>");
    }

    @Test
    void aFaultHitsAsManyRequestsAsWasSaid() throws Exception {
        lab.onec().faults().on(FaultMode.ERROR500, 2);
        assertThat(client.get("/ping").statusCode()).isEqualTo(500);
        assertThat(client.get("/ping").statusCode()).isEqualTo(500);
        assertThat(client.get("/ping").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "revert", "status:Отгружен"})
    void anOrderMovesAsItWouldIn1c(String act) throws Exception {
        client.post("/orders", XML, order("order-1", "1.00", "1.00"), BATCH);
        lab.onec().act("ФС00-000001", act);
        assertThat(client.get("/order-statuses").body())
                .contains(
                        "<Номер>N-order-1</Номер>",
                        switch (act) {
                            case "confirm" -> "Подтвержден";
                            case "revert" -> "Не согласован";
                            default -> "Отгружен";
                        });
    }

    @Test
    void theLabIsSteeredOverHttp() throws Exception {
        assertThat(lab("POST", "onec/faults", "{\"mode\":\"error500\",\"count\":1}"))
                .contains("\"mode\":\"error500\"", "\"count\":1");
        assertThat(client.get("/ping").statusCode()).isEqualTo(500);
        assertThat(lab("POST", "onec/faults", "{\"mode\":\"down\"}")).contains("\"count\":-1");
        assertThat(lab("DELETE", "onec/faults", "{\"mode\":\"down\"}")).contains("\"faults\":[]");
        client.post("/orders", XML, order("order-1", "1.00", "1.00"), BATCH);
        assertThat(lab("GET", "onec/journal", ""))
                .contains("\"operation\":\"POST /orders\"", "\"key\":\"order-1\"", "\"outcome\":\"committed\"");
        assertThat(lab("GET", "onec/objects", "")).contains("\"id\":\"order-1\"");
        assertThat(lab("POST", "onec/act", "{\"id\":\"order-1\",\"act\":\"confirm\"}"))
                .contains("true");
        assertThat(lab("POST", "onec/act", "{\"id\":\"order-9\",\"act\":\"confirm\"}"))
                .contains("error");
        assertThat(lab("POST", "onec/faults", "{\"mode\":\"flood\"}")).contains("error");
    }

    @Test
    void itTakesFilesFromTheFileServerAndAcknowledgesThem() throws Exception {
        Path folder = lab.files().folder();
        Files.writeString(folder.resolve("from-shop/orders_1.xml.part"), order("order-1", "1.00", "1.00"));
        Files.writeString(folder.resolve("from-shop/orders_2.xml"), order("order-2", "1.00", "1.00"));
        Path answer = folder.resolve("to-shop/orders_2.xml.ack");
        for (int look = 0; look < 100 && !Files.exists(answer); look++) {
            Thread.sleep(50);
        }
        assertThat(answer).content().contains("order-2;CREATED;ФС00-000001");
        assertThat(lab.onec().objects()).hasSize(1);
    }

    private List<Outcome> outcomes() {
        return lab.onec().journal().entries().stream().map(LabEntry::outcome).toList();
    }

    private String lab(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + lab.httpPort() + "/lab/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static String order(String key, String total, String row) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <КоммерческаяИнформация ВерсияСхемы="2.09"><Контейнер><Документ>
                  <Ид>%s</Ид><Номер>N-%s</Номер><Сумма>%s</Сумма>
                  <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме></Налог></Налоги>
                  <Товары><Товар><Ид>p#v</Ид><Сумма>%s</Сумма></Товар></Товары>
                  <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Организация</Наименование>
                  <Значение>ORG-A</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>
                </Документ></Контейнер></КоммерческаяИнформация>
                """.formatted(key, key, total, row);
    }
}
