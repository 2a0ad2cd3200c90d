package ru.freesport.console.onec.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PacketFile;
import ru.freesport.console.onec.Packets;
import ru.freesport.console.onec.RunCounts;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabAnswer;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.OnecContract;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class PullTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private SomePull some;

    @Autowired
    private Runs runs;

    @Autowired
    private RunCounts counts;

    @Autowired
    private Packets packets;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient database;

    private final List<LabExchange> exchanges = Collections.synchronizedList(new ArrayList<>());
    private Simulators lab;

    @BeforeEach
    void begin() throws Exception {
        some.forget();
        lab = Simulators.start(
                SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)), exchanges::add);
        warm();
    }

    /** The first answer of a cold simulator comes too late for a test's time-outs. */
    private void warm() throws Exception {
        URI address = URI.create("http://localhost:" + lab.httpPort() + "/lab/onec/faults");
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        }
        exchanges.clear();
    }

    @AfterEach
    void stop() {
        lab.close();
        OnecContract contract = new OnecContract();
        exchanges.forEach(contract);
        assertThat(contract.breaches()).isEmpty();
    }

    @Test
    void pagesAreStoredByteExactAsOnePacketAndImported() throws Exception {
        RunView pull = some.run(task(ExchangeFlow.PRICES));
        assertThat(pull.state()).isEqualTo(RunState.COMPLETED);
        assertThat(pull.rowsDone()).isEqualTo(36 + 6);
        RunView taken = importOf(pull);
        assertThat(taken.state()).isEqualTo(RunState.COMPLETED);
        assertThat(counts.of(taken.id()).get("prices").read()).isEqualTo(36 * 6);
        List<PacketFile> files = packets.files(Long.parseLong(taken.parameters().get("packet")));
        assertThat(files)
                .extracting(PacketFile::path)
                .containsExactly("prices_00001.xml", "prices_00002.xml", "prices_00003.xml", "prices_00004.xml");
        for (PacketFile file : files) {
            try (var content = messages.content(file.messageId())) {
                assertThat(answers()).contains(content.readAllBytes());
            }
        }
        assertThat(journalled(files)).isEqualTo("4 calls, 0 bodies");
    }

    @Test
    void aCatalogueIsGoodsAndVariantsInOnePacket() {
        RunView taken = importOf(some.run(task(ExchangeFlow.CATALOG)));
        assertThat(counts.of(taken.id()).get("goods").read()).isEqualTo(12);
        assertThat(counts.of(taken.id()).get("offers").read()).isEqualTo(36);
        assertThat(asked()).first().asString().isEqualTo("/products?limit=10");
    }

    @Test
    void nextTimeOnlyWhatChangedSinceIsAskedFor() {
        importOf(some.run(task(ExchangeFlow.STOCK)));
        lab.onec().act("FS-0003-M", "stock:17");
        exchanges.clear();
        some.later(Duration.ofSeconds(2));
        RunView second = some.run(task(ExchangeFlow.STOCK));
        assertThat(asked()).singleElement().asString().contains("since=");
        assertThat(second.rowsDone()).isEqualTo(1 + 2);
        importOf(second);
        RunView third = some.run(task(ExchangeFlow.STOCK));
        assertThat(third.state()).isEqualTo(RunState.COMPLETED);
        assertThat(imports(third)).as("nothing changed, so nothing is imported").isEmpty();
        assertThat(some.listings()).containsExactly("TAKEN 4", "TAKEN 1", "UNCHANGED 1");
    }

    @Test
    void everythingIsAskedForAgainOnceADayAndAbsenceMeansNothing() {
        importOf(some.run(task(ExchangeFlow.STOCK)));
        some.later(Duration.ofHours(25));
        exchanges.clear();
        RunView next = some.run(task(ExchangeFlow.STOCK));
        assertThat(asked()).hasSize(4).noneMatch(address -> address.contains("since="));
        assertThat(importOf(next).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aListingThatBreaksOffIsGoneOnWithFromItsLastPage() {
        breakOffAfter(2);
        RunView broken = some.run(task(ExchangeFlow.PRICES));
        assertThat(broken.state()).isEqualTo(RunState.FAILED);
        assertThat(broken.errorType()).isEqualTo("SYSTEM_UNAVAILABLE");
        assertThat(some.listings()).containsExactly("FETCHING 2");
        lab.onec().faults().off();
        exchanges.clear();
        RunView resumed = some.run(task(ExchangeFlow.PRICES));
        assertThat(asked()).containsExactly("/prices?cursor=20&limit=10", "/prices?cursor=30&limit=10");
        RunView taken = importOf(resumed);
        assertThat(counts.of(taken.id()).get("prices").read()).isEqualTo(36 * 6);
        assertThat(some.listings()).containsExactly("FETCHED 4");
    }

    @Test
    void aListingThatBrokeOffLongAgoIsBegunAnew() {
        breakOffAfter(2);
        some.run(task(ExchangeFlow.PRICES));
        lab.onec().faults().off();
        some.later(Duration.ofHours(2));
        exchanges.clear();
        some.run(task(ExchangeFlow.PRICES));
        assertThat(asked()).hasSize(4);
        assertThat(some.listings()).containsExactly("ABANDONED 2", "FETCHED 4");
    }

    @Test
    void twoNodesOneAfterTheOtherFetchEverythingOnce() throws Exception {
        // not on the common pool, which on few processors has one thread, and the HTTP client needs it
        CompletableFuture<RunView> other =
                CompletableFuture.supplyAsync(() -> some.run(task(ExchangeFlow.PRICES)), Thread.ofVirtual()::start);
        RunView one = some.run(task(ExchangeFlow.PRICES));
        RunView two = other.get(1, TimeUnit.MINUTES);
        assertThat(List.of(one, two))
                .allSatisfy(run -> assertThat(run.state()).as("%s", run).isEqualTo(RunState.COMPLETED));
        assertThat(asked().stream().filter(address -> address.contains("cursor=30")))
                .as("the later one waits for the import or asks for changes only")
                .hasSize(1);
    }

    @Test
    void aDryRunChangesNothingAndRemembersNothing() {
        RunView dry = some.run(task(ExchangeFlow.STOCK), request -> request.dry(true));
        assertThat(dry.state()).isEqualTo(RunState.COMPLETED);
        RunView taken = importOf(dry);
        assertThat(taken.dryRun()).isTrue();
        assertThat(counts.of(taken.id()).get("rests").read()).isEqualTo(72);
        assertThat(some.listings()).isEmpty();
    }

    @Test
    void onlyTheWantedRecordsAreAskedForAndTheFlowRemembersNothingOfIt() {
        String id = product();
        RunView pull = some.run(task(ExchangeFlow.CATALOG), request -> request.with("ids", id));
        RunView taken = importOf(pull);
        assertThat(counts.of(taken.id()).get("goods").read()).isEqualTo(1);
        assertThat(counts.of(taken.id()).get("offers").read()).isEqualTo(3);
        assertThat(some.listings()).isEmpty();
    }

    @Test
    void aLaterMomentThanTheKnownOneIsNotRemembered() {
        some.run(
                task(ExchangeFlow.STOCK),
                request -> request.with("since", Instant.now().toString()));
        assertThat(some.listings()).isEmpty();
        importOf(some.run(task(ExchangeFlow.STOCK)));
        some.run(task(ExchangeFlow.STOCK), request -> request.with("since", "2020-01-01T00:00:00Z"));
        assertThat(some.listings()).containsExactly("TAKEN 4", "FETCHED 4");
    }

    @Test
    void everythingIsFetchedAgainOnDemand() {
        importOf(some.run(task(ExchangeFlow.STOCK)));
        exchanges.clear();
        some.run(task(ExchangeFlow.STOCK), request -> request.with("full", "true"));
        assertThat(asked()).hasSize(4).noneMatch(address -> address.contains("since="));
    }

    /** From then on 1C is down. */
    private void breakOffAfter(int pages) {
        lab.close();
        AtomicInteger served = new AtomicInteger();
        lab = Simulators.start(SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)), exchange -> {
            exchanges.add(exchange);
            if (served.incrementAndGet() == pages) {
                lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
            }
        });
    }

    private PullTask task(ExchangeFlow flow) {
        return some.task(flow, "http://localhost:" + lab.httpPort() + "/onec", lab.ftpPort());
    }

    private RunView importOf(RunView pull) {
        return runs.await(imports(pull).getFirst(), SOON);
    }

    private List<Long> imports(RunView pull) {
        return database.sql("SELECT id FROM job_run WHERE previous_run_id = ? AND task = 'onec.catalog-import'")
                .param(pull.id())
                .query(Long.class)
                .list();
    }

    private List<String> asked() {
        return exchanges.stream().map(LabExchange::pathAndQuery).toList();
    }

    private List<byte[]> answers() {
        return exchanges.stream()
                .flatMap(exchange -> exchange.answer().stream())
                .map(LabAnswer::content)
                .toList();
    }

    /** The id of FS-0001. */
    private static String product() {
        return UUID.nameUUIDFromBytes("FS-0001".getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String journalled(List<PacketFile> files) {
        return database.sql("SELECT count(*) || ' calls, ' || count(response_body) || ' bodies' FROM partner_call"
                        + " WHERE message_id = ANY (?)")
                .param(files.stream().map(PacketFile::messageId).toArray(Long[]::new))
                .query(String.class)
                .single();
    }
}
