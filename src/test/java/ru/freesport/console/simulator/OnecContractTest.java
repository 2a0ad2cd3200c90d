package ru.freesport.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulated 1C keeps to the description in everything it says, and whoever drifts from it is caught. */
class OnecContractTest {

    private static final OpenAPI DESCRIPTION = new OpenAPIV3Parser().read("src/docs/onec-http-api.yaml");
    private static final String XML = "application/xml; charset=UTF-8";
    private static final String JSON = "application/json";
    private static final String BATCH = "batch-0001";

    private final OnecContract contract = new OnecContract();
    private final Simulators lab =
            Simulators.start(SimulatorSettings.quick(Duration.ofMillis(100), Duration.ofSeconds(20)), contract);

    @AfterEach
    void stop() {
        lab.close();
    }

    /** {@code GET /ping} with every status that is described for it. */
    static Map<String, Set<String>> operations() {
        Map<String, Set<String>> operations = new java.util.TreeMap<>();
        DESCRIPTION
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(
                                method + " " + path,
                                new TreeSet<>(operation.getResponses().keySet()))));
        return operations;
    }

    static List<String> names() {
        return List.copyOf(operations().keySet());
    }

    @Test
    void everyOperationAnswersInEveryWayThatIsDescribedAndInNoOther() throws Exception {
        SomeOnecClient client = client(lab.httpPort());
        List<String> described = new ArrayList<>();
        for (var operation : operations().entrySet()) {
            for (String status : operation.getValue()) {
                described.add(operation.getKey() + " " + status);
                provoke(client, operation.getKey(), status);
            }
        }
        assertThat(contract.seen()).containsExactlyInAnyOrderElementsOf(described);
        assertThat(contract.breaches()).noneMatch(breach -> breach.contains(", answer"));
    }

    private static SomeOnecClient client(int port) {
        return new SomeOnecClient(port).withPatience(Duration.ofMinutes(1));
    }

    private void provoke(SomeOnecClient client, String operation, String status) throws Exception {
        switch (status) {
            case "200" -> send(client, operation);
            case "400" -> spoilt(client, operation);
            case "422" -> client.post(path(operation), XML, "<КоммерческаяИнформация/>", BATCH);
            case "503" -> {
                lab.onec().act("service", "close");
                send(client, operation);
                lab.onec().act("service", "open");
            }
            default -> {
                lab.onec()
                        .faults()
                        .on(
                                switch (status) {
                                    case "401" -> FaultMode.UNAUTHORIZED;
                                    case "429" -> FaultMode.RATE_LIMITED;
                                    case "500" -> FaultMode.ERROR500;
                                    default -> throw new AssertionError("No test of the described answer " + status);
                                },
                                1);
                send(client, operation);
            }
        }
    }

    private static HttpResponse<String> send(SomeOnecClient client, String operation) throws Exception {
        return switch (operation) {
            case "POST /orders" -> client.post("/orders", XML, order(), BATCH);
            case "POST /customers/sync" -> client.post("/customers/sync", XML, customer(), BATCH);
            case "POST /orders/lookup" -> client.post("/orders/lookup", JSON, "{\"keys\":[\"order-1\"]}", "");
            case "POST /customers/lookup" -> client.post("/customers/lookup", JSON, "{\"keys\":[\"c1\"]}", "");
            default -> client.get(path(operation));
        };
    }

    private static void spoilt(SomeOnecClient client, String operation) throws Exception {
        if (operation.startsWith("GET")) {
            client.get(path(operation) + "?limit=0");
        } else if (operation.endsWith("lookup")) {
            client.post(path(operation), JSON, "{\"keys\":\"order-1\"}", "");
        } else {
            client.post(path(operation), XML, "<cut", BATCH);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noOperationAnswersAStranger(String operation) throws Exception {
        SomeOnecClient client = client(lab.httpPort());
        assertThat(send(client.withPassword("other"), operation).statusCode()).isEqualTo(401);
        assertThat(send(client.withPassword("exchange").withSecret("other"), operation)
                        .statusCode())
                .isEqualTo(401);
        SomeOnecClient known = client.withSecret("demo-onec-secret");
        for (int late : List.of(-301, 301, -3_600)) {
            assertThat(send(known.withSkew(Duration.ofSeconds(late)), operation).statusCode())
                    .as(late + " s away")
                    .isEqualTo(401);
        }
        assertThat(send(known.withSkew(Duration.ofSeconds(-290)), operation).statusCode())
                .isEqualTo(200);
        assertThat(contract.breaches()).noneMatch(breach -> breach.contains(", answer"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /stock?limit=201         | X-ONEC-SIGNATURE |                | maximum value
            GET  | /products?since=today    | X-ONEC-SIGNATURE |                | date-time
            GET  | /stock?count=10          | X-ONEC-SIGNATURE |                | count
            GET  | /ping                    |                  |                | X-ONEC-SIGNATURE
            GET  | /nothing                 | X-ONEC-SIGNATURE |                | No API path found
            POST | /orders                  | X-ONEC-SIGNATURE | {"orders":[]}  | Content-Type
            """)
    void aClientThatDriftsIsCaught(String method, String address, String header, String body, String told)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + lab.httpPort() + "/onec" + address))
                .header("X-ONEC-TIMESTAMP", "1")
                .header("Content-Type", JSON)
                .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body));
        if (header != null) {
            request.header(header, "0".repeat(64));
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
        assertThat(contract.breaches()).anyMatch(breach -> breach.contains("request") && breach.contains(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /ping            | 200 | application/json | {"ok":"yes"}                          | boolean expected
            GET /ping            | 418 | application/json | {"error":"чайник"}                    | 418
            GET /stock           | 500 | application/json | {"message":"сломалась"}               | error
            GET /stock           | 401 | text/html        | <html/>                               | text/html
            GET /stock           | 200 | application/xml  | <Остатки/>                            | the root is
            GET /stock           | 200 | application/xml  | <КоммерческаяИнформация>              | no XML
            GET /offers          | 200 | application/xml  | <КоммерческаяИнформация><ПакетПредложений><Предложения><Предложение><Ид>1</Ид></Предложение></Предложения></ПакетПредложений></КоммерческаяИнформация> | without Наименование
            POST /orders         | 200 | application/json | {"results":[{"key":"1","outcome":"TAKEN"}]} | enumeration
            POST /orders/lookup  | 200 | application/json | {"found":[{"key":"1"}]}               | number
            """)
    void aSimulatorThatDriftsIsCaught(String operation, int status, String type, String body, String told)
            throws Exception {
        SimulatedSystem drifting =
                new Drifting(exchange -> exchange.answer(status, type, body.getBytes(StandardCharsets.UTF_8)));
        try (LabServer server = new LabServer(0, List.of(drifting), contract)) {
            send(client(server.port()), operation);
        }
        assertThat(contract.breaches())
                .anyMatch(breach -> breach.contains(", answer " + status) && breach.contains(told));
    }

    private interface Answering {
        void to(LabExchange exchange) throws IOException;
    }

    /** A 1C that answers as nobody described. */
    private record Drifting(Answering answering, Faults faults, LabJournal journal) implements SimulatedSystem {

        Drifting(Answering answering) {
            this(answering, new Faults(Set.of()), new LabJournal(Clock.systemUTC()));
        }

        @Override
        public String name() {
            return "onec";
        }

        @Override
        public List<Map<String, Object>> objects() {
            return List.of();
        }

        @Override
        public void act(String id, String act) {
            throw new IllegalArgumentException(act);
        }

        @Override
        public void serve(LabExchange exchange) throws IOException {
            answering.to(exchange);
        }
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    private static String customer() {
        return "<КоммерческаяИнформация><Контрагенты><Контрагент><Ид>c1</Ид></Контрагент></Контрагенты>"
                + "</КоммерческаяИнформация>";
    }

    private static String order() {
        return """
                <КоммерческаяИнформация ВерсияСхемы="3.1"><Контейнер><Документ>
                  <Ид>order-1</Ид><Номер>N-1</Номер><Сумма>1.00</Сумма>
                  <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме></Налог></Налоги>
                  <Товары><Товар><Ид>p#v</Ид><Сумма>1.00</Сумма></Товар></Товары>
                  <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Организация</Наименование>
                  <Значение>ORG-A</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>
                </Документ></Контейнер></КоммерческаяИнформация>
                """;
    }
}
