package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.files.FtpSettings;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.onec.http.OnecHttpSettings;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallEntry;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFilter;
import ru.freesport.console.partners.CallJournal;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabEntry;
import ru.freesport.console.simulator.OnecContract;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class OrderSendingTest {

    private static final Runnable ON = () -> {};

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderHandover handover;

    @Autowired
    private OutgoingTable table;

    @Autowired
    private OrderWriter writer;

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private PartnerHttp partnerHttp;

    @Autowired
    private Circuits circuits;

    @Autowired
    private CallJournal journal;

    @Autowired
    private Messages messages;

    @Autowired
    private Blobs blobs;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Runs runs;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private AuditLog audit;

    private final OnecContract contract = new OnecContract();
    private Simulators lab;
    private OrderSending sending;
    private OrderFiles files;
    private Debt debt;
    private FtpFiles ftp;

    @BeforeEach
    void begin() {
        lab = Simulators.start(SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)), contract);
        ftp = new FtpFiles(
                new FtpSettings(
                        "localhost",
                        lab.ftpPort(),
                        "onec",
                        "onec",
                        false,
                        "from-shop",
                        "to-shop",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)),
                calls);
        files = new OrderFiles(table, ftp, writer, messages, blobs, handover, events, Clock.systemUTC());
        sending = new OrderSending(
                handover, table, new OnecOrders(http(), calls), files, writer, circuits, Clock.systemUTC());
        debt = new Debt(table, sending, files, circuits, currentUser, audit);
        reset();
        // what other tests left is not this test's
        sending.send(ON);
        debt.drain(ON);
    }

    @AfterEach
    void stop() {
        lab.onec().faults().off();
        reset();
        lab.close();
    }

    @Test
    void anOrderReaches1cOverHttpOnceAndIsConfirmedWithItsNumber() {
        Set<String> keys = place(3);
        sending.send(ON);
        sending.send(ON);
        assertThat(committed(keys))
                .hasSize(3)
                .containsOnlyKeys(keys)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(states(keys)).containsOnly(ExportState.CONFIRMED);
        assertThat(contract.breaches()).isEmpty();
    }

    @Test
    void onlyTheWantedOrdersGoAndTheOthersGoOnWaiting() {
        List<String> keys = List.copyOf(place(3));
        sending.send(Set.of(keys.get(1)), ON);
        assertThat(committed(Set.copyOf(keys))).containsOnlyKeys(keys.get(1));
        assertThat(states(Set.of(keys.get(0), keys.get(2)))).doesNotContain(ExportState.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"DOWN", "SLOW", "ERROR_AFTER_COMMIT", "TIMEOUT_AFTER_COMMIT"})
    void fortyOrdersReach1cEachOnceHowever1cFails(FaultMode mode) throws Exception {
        Set<String> keys = place(30);
        lab.onec().faults().on(mode, Faults.UNTIL_DELETED);
        for (int run = 0; run < 5 && state() == CircuitState.CLOSED; run++) {
            sending.send(ON);
        }
        assertThat(state()).isEqualTo(CircuitState.OPEN);
        Set<String> later = place(10);
        sending.send(ON);
        keys.addAll(later);
        assertThat(later)
                .allSatisfy(
                        key -> assertThat(table.find(key).orElseThrow().state()).isEqualTo(OutgoingState.ON_FTP));
        if (mode == FaultMode.DOWN) {
            assertThat(onFtp("from-shop")).anyMatch(name -> name.matches("orders_\\d{14}_[0-9a-f]{8}\\.xml"));
        }

        lab.onec().faults().off();
        reset();
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            debt.drain(ON);
            return states(keys).stream().allMatch(ExportState.CONFIRMED::equals);
        });
        assertThat(committed(keys))
                .hasSize(40)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(debt.size()).isZero();
    }

    @Test
    void theDrainBringsOverExactlyWhatIsMissing() {
        Set<String> keys = place(4);
        lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        circuits.open(OnecCircuits.ORDERS, "1C is being updated", Duration.ofMinutes(5));
        sending.send(ON);
        assertThat(debt.size()).isGreaterThanOrEqualTo(4);
        Set<String> known = keys.stream().limit(1).collect(Collectors.toSet());
        lab.onec().faults().off();
        reset();
        // 1C got one of them another way meanwhile
        new OnecOrders(http(), calls)
                .take(writer.write(handover.find(known), Clock.systemUTC().instant()), "by-hand-1");
        SendingReport report = debt.drain(ON);
        assertThat(report.suppressed()).isGreaterThanOrEqualTo(1);
        assertThat(report.sent() + report.suppressed()).isGreaterThanOrEqualTo(4);
        assertThat(committed(keys))
                .hasSize(4)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(states(keys)).containsOnly(ExportState.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"UNAUTHORIZED", "MALFORMED", "RATE_LIMITED"})
    void whatIsNoOutageDoesNotOpenTheCircuitAndSaysWhatItIs(FaultMode mode) {
        Set<String> keys = place(1);
        lab.onec().faults().on(mode, Faults.UNTIL_DELETED);
        for (int run = 0; run < 6; run++) {
            sending.send(ON);
        }
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
        CallError expected = switch (mode) {
            case UNAUTHORIZED -> CallError.AUTHENTICATION_FAILED;
            case RATE_LIMITED -> CallError.RATE_LIMITED;
            default -> CallError.DATA_FORMAT_ERROR;
        };
        assertThat(journal.page(new CallFilter(OnecCircuits.ORDERS, null, null, null, null), 0, 3))
                .extracting(CallEntry::error)
                .contains(expected);
        assertThat(table.find(keys.iterator().next()).orElseThrow().error()).isEqualTo(expected);
        lab.onec().faults().off();
        sending.send(ON);
        assertThat(committed(keys))
                .hasSize(1)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aFileServerThatBreaksInTheMiddleLeavesNoHalfFileAndTheRecordGoesAgainOnce() throws Exception {
        Set<String> keys = place(3);
        // 1C itself does not look, so that the files can be looked at
        lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        lab.files().faults().on(FaultMode.KILLED_MID_UPLOAD, 3);
        circuits.open(OnecCircuits.ORDERS, "1C is being updated", Duration.ofMinutes(5));
        sending.send(ON);
        assertThat(onFtp("from-shop")).noneMatch(name -> name.endsWith(".xml"));
        assertThat(onFtp("from-shop")).anyMatch(name -> name.endsWith(".xml.part"));
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(table.find(key).orElseThrow().state()).isEqualTo(OutgoingState.WAITING_FTP));

        files.upload(ON);
        List<String> names = onFtp("from-shop").stream()
                .filter(name -> name.endsWith(".xml"))
                .toList();
        assertThat(names).hasSize(1);
        OutgoingRecord record = table.find(keys.iterator().next()).orElseThrow();
        OutgoingFile file = table.file(record.fileId()).orElseThrow();
        assertThat(bytesOf(names.getFirst()))
                .isEqualTo(messages.content(file.message()).readAllBytes());

        lab.onec().faults().off();
        await().atMost(Duration.ofSeconds(5)).until(() -> committed(keys).size() == 3);
        assertThat(committed(keys)).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whenTheFileServerIsAwayTooTheRecordWaitsAndNothingIsLost() {
        Set<String> keys = place(2);
        lab.files().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        circuits.open(OnecCircuits.ORDERS, "1C is being updated", Duration.ofMinutes(5));
        sending.send(ON);
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(table.find(key).orElseThrow().state()).isEqualTo(OutgoingState.WAITING_FTP));
        lab.files().faults().off();
        reset();
        debt.drain(ON);
        assertThat(committed(keys))
                .hasSize(2)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whatADeadNodeWasSendingIsLookedUpAndNotSentAgainWhere1cHasIt() {
        Set<String> keys = place(2);
        table.enqueue(handover.toExport(100_000));
        Set<String> claimed = table.claim("batch-of-the-dead", 25, Duration.ofSeconds(-1), null);
        assertThat(claimed).containsAll(keys);
        String arrived = keys.iterator().next();
        new OnecOrders(http(), calls)
                .take(
                        writer.write(
                                handover.find(Set.of(arrived)),
                                Clock.systemUTC().instant()),
                        "batch-of-the-dead");
        SendingReport report = sending.send(ON);
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(committed(keys))
                .hasSize(2)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(states(keys)).containsOnly(ExportState.CONFIRMED);
    }

    @Test
    void twoNodesSendEachOrderOnce() {
        Set<String> keys = place(20);
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> RunAs.system(() -> {
                    sending.send(ON);
                })))
                .toList();
        nodes.forEach(CompletableFuture::join);
        List<LabEntry> entries = lab.onec().journal().entries().stream()
                .filter(entry -> keys.contains(entry.key()))
                .toList();
        assertThat(entries)
                .hasSize(20)
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(LabEntry.Outcome.COMMITTED));
    }

    @Test
    void theScheduledTaskNeedsNobodyWhoIsLoggedIn() {
        Set<String> keys = place(1);
        RunContext run = (RunContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RunContext.class},
                (_, method, _) -> method.getReturnType() == boolean.class ? false : null);
        SecurityContext mine = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        RunState state;
        try {
            state = new OrdersOutTask(sending, files, handover, runs).run(run);
        } finally {
            SecurityContextHolder.setContext(mine);
        }
        assertThat(state).isEqualTo(RunState.COMPLETED);
        assertThat(states(keys)).containsOnly(ExportState.CONFIRMED);
    }

    private OnecHttp http() {
        return new OnecHttp(
                new OnecHttpSettings(
                        "http://localhost:" + lab.httpPort() + "/onec", "exchange", "exchange", "demo-onec-secret"),
                calls,
                partnerHttp,
                Clock.systemUTC());
    }

    private void reset() {
        circuits.reset(OnecCircuits.ORDERS, "test");
        circuits.reset(FtpFiles.CIRCUIT, "test");
    }

    private CircuitState state() {
        return circuits.find(OnecCircuits.ORDERS).orElseThrow().state();
    }

    /** Orders of one customer for one kind of goods, a part each. */
    private Set<String> place(int count) {
        SomeOrders some = new SomeOrders(dataSource, customers, orders);
        String goods = some.goods("g", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE);
        var customer = some.person().id();
        return IntStream.range(0, count)
                .mapToObj(_ -> some.order(customer, SomeOrders.line(goods, "1", "1000.00")))
                .map(Order::parts)
                .map(List<OrderPart>::getFirst)
                .map(OrderPart::onecKey)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private List<ExportState> states(Set<String> keys) {
        return handover.find(keys).stream().map(part -> part.state()).toList();
    }

    /** How often each of them came to exist in 1C. */
    private Map<String, Integer> committed(Set<String> keys) {
        return lab.onec().journal().entries().stream()
                .filter(entry -> entry.outcome() == LabEntry.Outcome.COMMITTED && keys.contains(entry.key()))
                .collect(Collectors.toMap(LabEntry::key, _ -> 1, Integer::sum));
    }

    private List<String> onFtp(String folder) throws Exception {
        return withFtp(client -> {
            client.changeWorkingDirectory(folder);
            return new ArrayList<>(Arrays.stream(client.listFiles())
                    .filter(FTPFile::isFile)
                    .map(FTPFile::getName)
                    .toList());
        });
    }

    private byte[] bytesOf(String name) throws Exception {
        return withFtp(client -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            client.changeWorkingDirectory("from-shop");
            client.retrieveFile(name, bytes);
            return bytes.toByteArray();
        });
    }

    private <T> T withFtp(FtpWork<T> work) throws Exception {
        FTPClient client = new FTPClient();
        client.connect("localhost", lab.ftpPort());
        client.login("onec", "onec");
        client.enterLocalPassiveMode();
        client.setFileType(org.apache.commons.net.ftp.FTP.BINARY_FILE_TYPE);
        try {
            return work.with(client);
        } finally {
            client.disconnect();
        }
    }

    private interface FtpWork<T> {
        T with(FTPClient client) throws Exception;
    }
}
