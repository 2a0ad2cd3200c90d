package ru.freesport.console.onec.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunEvent;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class PullFailuresTest {

    private static final List<String> CIRCUITS =
            List.of(OnecCircuits.PRODUCTS, OnecCircuits.OFFERS, OnecCircuits.PRICES, OnecCircuits.STOCK);

    @Autowired
    private SomePull some;

    @Autowired
    private Runs runs;

    @Autowired
    private Circuits circuits;

    @Autowired
    private JdbcClient database;

    private Simulators lab;

    @BeforeEach
    void begin() {
        some.forget();
        reset();
        lab = Simulators.start(SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)));
    }

    @AfterEach
    void stop() {
        lab.close();
        reset();
    }

    private void reset() {
        CIRCUITS.forEach(circuit -> circuits.reset(circuit, "between tests"));
    }

    @Test
    void while1cIsDownEachTryCountsOnceAndTheRunSaysWhatFilesCanDo() {
        lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        RunView run = some.run(task(ExchangeFlow.STOCK));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errorType()).isEqualTo("SYSTEM_UNAVAILABLE");
        assertThat(run.errorMessage()).startsWith("GET /stock: ");
        assertThat(circuit(OnecCircuits.STOCK).failures()).isEqualTo(tries(run)).isEqualTo(3);
        assertThat(warnings(run)).containsExactly("onec.event.pullNoFiles rests*.xml to-shop");
    }

    @Test
    void filesThat1cLeftTakeOverWhileItIsDown() throws IOException {
        Files.writeString(lab.files().folder().resolve("to-shop/rests_1.xml.part"), "half");
        Files.writeString(lab.files().folder().resolve("to-shop/rests_2.xml"), SomeListing.page(""));
        lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        RunView run = some.run(task(ExchangeFlow.STOCK));
        assertThat(run.state()).isEqualTo(RunState.FALLBACK);
        assertThat(warnings(run)).first().isEqualTo("onec.event.pullFiles 1 rests_2.xml");
    }

    @Test
    void anOpenCircuitIsNotAskedAndPagesThatCameAreGoneOnWith() {
        circuits.open(OnecCircuits.PRICES, "1C is being updated", Duration.ofMinutes(5));
        RunView run = some.run(some.task(ExchangeFlow.PRICES, address(), 0));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errorMessage()).contains("circuit is open");
        assertThat(lab.onec().journal().entries()).isEmpty();
        assertThat(warnings(run)).containsExactly("onec.event.pullNoFtp prices*.xml");
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED, AUTHENTICATION_FAILED", "MALFORMED, DATA_FORMAT_ERROR"})
    void whatIsNoOutageFailsAtOnceAndOpensNothing(FaultMode mode, String error) {
        lab.onec().faults().on(mode, Faults.UNTIL_DELETED);
        for (int time = 0; time < 6; time++) {
            RunView run = some.run(task(ExchangeFlow.PRICES));
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.errorType()).isEqualTo(error);
            assertThat(tries(run)).isEqualTo(1);
        }
        assertThat(circuit(OnecCircuits.PRICES).state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aPageThatIsCutIsKeptAsItCameAndNothingOfItIsTaken() {
        lab.onec().faults().on(FaultMode.MALFORMED, 1);
        RunView run = some.run(task(ExchangeFlow.CATALOG));
        assertThat(run.errorMessage()).contains("The page cannot be read");
        assertThat(some.listings()).containsExactly("FETCHING 0");
        assertThat(database.sql("SELECT m.name || ' ' || m.channel || ' ' || (m.size > 500) FROM partner_call c"
                                + " JOIN message m ON m.id = c.message_id WHERE c.correlation_id = ?")
                        .param(run.correlationId())
                        .query(String.class)
                        .single())
                .isEqualTo("goods_00001.xml http true");
    }

    @Test
    void tooManyRequestsAreWaitedForAsLongAs1cAsks() {
        lab.onec().faults().on(FaultMode.RATE_LIMITED, 1);
        long began = System.nanoTime();
        RunView run = some.run(task(ExchangeFlow.PRICES));
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a1cThatIsClosedForWorkIsWaitedForAndThenCounted() {
        lab.onec().act("service", "close");
        RunView run = some.run(task(ExchangeFlow.PRICES));
        assertThat(run.errorType()).isEqualTo("SYSTEM_UNAVAILABLE");
        assertThat(run.errorMessage()).contains("База 1С закрыта");
        assertThat(circuit(OnecCircuits.PRICES).failures()).isEqualTo(3);
        lab.onec().act("service", "open");
        assertThat(some.run(task(ExchangeFlow.PRICES)).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void cursorsThatGoRoundInACircleEndTheListing() throws IOException {
        try (SomeListing listing = new SomeListing(exchange -> SomeListing.xml(
                exchange, SomeListing.GOODS, SomeListing.cursor(exchange).equals("a") ? "b" : "a"))) {
            RunView run = some.run(some.task(ExchangeFlow.CATALOG, listing.address(), 0));
            assertThat(run.errorType()).isEqualTo("DATA_FORMAT_ERROR");
            assertThat(run.errorMessage()).contains("the cursor a came twice");
            assertThat(listing.asked).hasSize(3);
            assertThat(some.listings()).containsExactly("ABANDONED 2");
        }
    }

    @Test
    void aListingWithoutAnEndIsGivenUp() throws IOException {
        try (SomeListing listing = new SomeListing(
                exchange -> SomeListing.xml(exchange, SomeListing.GOODS, SomeListing.cursor(exchange) + "x"))) {
            RunView run = some.run(some.task(ExchangeFlow.CATALOG, listing.address(), 0));
            assertThat(run.errorMessage()).contains("more than 30 pages");
        }
    }

    @Test
    void aPageOverTheLimitIsRefused() throws IOException {
        try (SomeListing listing = new SomeListing(
                exchange -> SomeListing.xml(exchange, SomeListing.page("<!--" + "x".repeat(200_000) + "-->"), ""))) {
            RunView run = some.run(some.task(ExchangeFlow.CATALOG, listing.address(), 0));
            assertThat(run.errorType()).isEqualTo("DATA_FORMAT_ERROR");
            assertThat(run.errorMessage()).contains("more than 200000");
        }
    }

    @Test
    void aPageOfALoginFormIsNoPage() throws IOException {
        try (SomeListing listing =
                new SomeListing(exchange -> SomeListing.send(exchange, 200, "text/html", "<html>login</html>"))) {
            RunView run = some.run(some.task(ExchangeFlow.CATALOG, listing.address(), 0));
            assertThat(run.errorMessage()).contains("text/html instead of XML");
        }
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><КоммерческаяИнформация>&a;</КоммерческаяИнформация>";
        try (SomeListing listing = new SomeListing(exchange -> SomeListing.xml(exchange, bomb, ""))) {
            assertThat(some.run(some.task(ExchangeFlow.CATALOG, listing.address(), 0))
                            .errorMessage())
                    .contains("DTD_REFUSED");
        }
    }

    @Test
    void aConnectionThatBreaksInThePageIsTriedAgain() throws IOException {
        try (SomeListing listing = new SomeListing(exchange -> {
            byte[] page = SomeListing.GOODS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page, 0, 20);
            throw new IOException("the line is cut");
        })) {
            RunView run = some.run(some.task(ExchangeFlow.CATALOG, listing.address(), 0));
            assertThat(run.errorType()).isEqualTo("SYSTEM_UNAVAILABLE");
            assertThat(tries(run)).isEqualTo(3);
        }
    }

    @Test
    void aPlaceThat1cDoesNotKnowAnyMoreIsBegunAnew() throws IOException {
        boolean[] restarted = new boolean[1];
        try (SomeListing listing = new SomeListing(exchange -> {
            if (SomeListing.cursor(exchange).isEmpty()) {
                SomeListing.xml(exchange, SomeListing.GOODS, restarted[0] ? "" : "old-place");
            } else {
                SomeListing.send(
                        exchange, restarted[0] ? 400 : 500, "application/json", "{\"error\":\"Нет такого места\"}");
            }
        })) {
            PullTask task = some.task(ExchangeFlow.CATALOG, listing.address(), 0);
            assertThat(some.run(task).state()).isEqualTo(RunState.FAILED);
            restarted[0] = true;
            reset();
            RunView next = some.run(task);
            assertThat(next.state()).isEqualTo(RunState.COMPLETED);
            assertThat(warnings(next)).singleElement().asString().startsWith("onec.event.pullAnew");
            assertThat(some.listings()).containsExactly("ABANDONED 1", "FETCHED 2");
        }
    }

    @Test
    void withoutAnAddressOf1cNothingIsAsked() {
        PullTask task = some.task(ExchangeFlow.PRICES, "", 0);
        assertThat(task.cron()).isEmpty();
        assertThat(some.run(task).state()).isEqualTo(RunState.FAILED);
        assertThat(some.task(ExchangeFlow.PRICES, address(), 0).cron()).isPresent();
    }

    private PullTask task(ExchangeFlow flow) {
        return some.task(flow, address(), lab.ftpPort());
    }

    private String address() {
        return "http://localhost:" + lab.httpPort() + "/onec";
    }

    private Circuit circuit(String name) {
        return circuits.find(name).orElseThrow();
    }

    /** Attempts that the journal has of this run's calls of HTTP. */
    private int tries(RunView run) {
        return database.sql("SELECT count(*) FROM partner_call WHERE correlation_id = ? AND circuit <> 'onec.ftp'")
                .param(run.correlationId())
                .query(Integer.class)
                .single();
    }

    private List<String> warnings(RunView run) {
        return runs.events(run.id()).stream()
                .filter(event -> event.kind() == RunEvent.Kind.WARNING)
                .map(event -> (event.message() + " " + String.join(" ", event.args())).strip())
                .toList();
    }
}
