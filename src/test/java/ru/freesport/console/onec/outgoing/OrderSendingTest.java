package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.freesport.console.onec.outgoing.SomeOutgoing.ON;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.SomeRunContext;
import ru.freesport.console.onec.FileNotUploaded;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailed;
import ru.freesport.console.partners.CircuitCard;
import ru.freesport.console.partners.CircuitChanged;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

@ConsoleTest
@RecordApplicationEvents
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class OrderSendingTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    private SomeOutgoing some;

    @BeforeEach
    void begin() {
        some = new SomeOutgoing(beans);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void anOrderReaches1cOverHttpOnceAndIsConfirmedWithItsNumber() {
        Set<String> keys = some.place(3);
        some.sending.send(ON);
        some.sending.send(ON);
        eachOnce(keys);
        assertThat(some.heard(keys)).isEqualTo(3);
        assertThat(keys)
                .allSatisfy(key -> assertThat(some.table.find(key).orElseThrow().onecNumber())
                        .startsWith("ФС00-"));
        assertThat(some.contract.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"DOWN", "SLOW", "ERROR_AFTER_COMMIT", "TIMEOUT_AFTER_COMMIT"})
    void fortyOrdersReach1cEachOnceHowever1cFails(FaultMode mode, ApplicationEvents events) {
        Set<String> keys = some.place(30);
        some.breaks(mode);
        // thirty orders are two calls of three tries each
        some.sending.send(ON);
        assertThat(some.circuit()).isEqualTo(CircuitState.OPEN);
        assertThat(some.statesOf(keys))
                .as("what 1C may have is never sent to a file")
                .containsOnly(OutgoingState.POSSIBLE_DOUBLE);
        Set<String> later = some.place(10);
        some.sending.send(ON);
        keys.addAll(later);
        assertThat(some.statesOf(later)).containsOnly(OutgoingState.ON_FTP);
        SomeFtp ftp = new SomeFtp(some.lab.ftpPort());
        String file = some.fileOf(later.iterator().next()).name();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Stream.of("from-shop", "from-shop/archive")
                        .anyMatch(folder -> ftp.names(folder).contains(file)));

        some.heals();
        some.circuits.probe(OnecCircuits.ORDERS, "1C is back");
        some.http.ping(OnecCircuits.ORDERS);
        assertThat(some.circuit()).isEqualTo(CircuitState.CLOSED);
        assertThat(events.stream(CircuitChanged.class)
                        .filter(change -> change.circuit().equals(OnecCircuits.ORDERS)))
                .extracting(CircuitChanged::became)
                .contains(CircuitState.OPEN, CircuitState.CLOSED);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            some.debt.drain(Optional.empty(), ON);
            return some.shownOf(keys).equals(Set.of(ExportState.CONFIRMED));
        });
        assertThat(keys).hasSize(40);
        eachOnce(keys);
        assertThat(some.debt.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"DOWN", "ERROR_AFTER_COMMIT"})
    void when1cBreaksInTheMiddleOfSeveralCallsAtOnceEachOrderStillReachesItOnce(FaultMode mode) {
        Set<String> keys = some.place(200);
        AtomicInteger calls = new AtomicInteger();
        some.sending.send(() -> {
            if (calls.incrementAndGet() == 4) {
                some.breaks(mode);
            }
        });
        assertThat(some.statesOf(keys))
                .as("some were taken before it broke, some were not")
                .contains(OutgoingState.CONFIRMED)
                .hasSizeGreaterThan(1);
        some.heals();
        some.circuits.reset(OnecCircuits.ORDERS, "1C is back");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            some.debt.drain(Optional.empty(), ON);
            return some.shownOf(keys).equals(Set.of(ExportState.CONFIRMED));
        });
        eachOnce(keys);
    }

    @Test
    void onlyTheWantedOrdersGoAndTheOthersGoOnWaiting() {
        List<String> keys = List.copyOf(some.place(3));
        some.sending.send(Set.of(keys.get(1)), ON);
        assertThat(some.committed(Set.copyOf(keys))).containsOnlyKeys(keys.get(1));
        assertThat(some.shownOf(Set.of(keys.get(0), keys.get(2)))).doesNotContain(ExportState.CONFIRMED);
    }

    @Test
    void whenTheCircuitClosesADrainIsQueuedByItself() {
        some.place(2);
        some.holdOpen();
        some.sending.send(ON);
        Runs runs = beans.getBean(Runs.class);
        long before = runs.latest(OrdersDrainTask.NAME).map(run -> run.id()).orElse(0L);
        some.drainTask().changed(new CircuitChanged(OnecCircuits.PRICES, CircuitState.OPEN, CircuitState.CLOSED, null));
        some.drainTask()
                .changed(new CircuitChanged(OnecCircuits.ORDERS, CircuitState.OPEN, CircuitState.HALF_OPEN, null));
        assertThat(runs.latest(OrdersDrainTask.NAME).map(run -> run.id()).orElse(0L))
                .isEqualTo(before);
        some.drainTask()
                .changed(new CircuitChanged(OnecCircuits.ORDERS, CircuitState.HALF_OPEN, CircuitState.CLOSED, null));
        assertThat(runs.latest(OrdersDrainTask.NAME).orElseThrow().id()).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"UNAUTHORIZED", "MALFORMED", "RATE_LIMITED"})
    void whatIsNoOutageDoesNotOpenTheCircuitAndSaysWhatItIs(FaultMode mode, ApplicationEvents events) {
        Set<String> keys = some.place(1);
        some.breaks(mode);
        // six tries at least; only the rate limit is tried again within a run
        for (int run = 0; run < (mode == FaultMode.RATE_LIMITED ? 2 : 6); run++) {
            some.sending.send(ON);
        }
        assertThat(some.circuit()).isEqualTo(CircuitState.CLOSED);
        CallError expected = switch (mode) {
            case UNAUTHORIZED -> CallError.AUTHENTICATION_FAILED;
            case RATE_LIMITED -> CallError.RATE_LIMITED;
            default -> CallError.DATA_FORMAT_ERROR;
        };
        assertThat(card().lastFailure().orElseThrow().error()).isEqualTo(expected);
        assertThat(events.stream(CallFailed.class).filter(call -> call.circuit().equals(OnecCircuits.ORDERS)))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.error()).isEqualTo(expected));
        assertThat(some.table.find(keys.iterator().next()).orElseThrow().error())
                .isEqualTo(expected);
        some.heals();
        some.sending.send(ON);
        assertThat(card().lastFailure()).isEmpty();
        eachOnce(keys);
    }

    @Test
    void where1cIsNotPublishedNoOrderIsBlamedAndAllGoAsFiles() {
        Set<String> keys = some.place(3);
        some.lost().send(ON);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.ON_FTP);
        some.debt.drain(Optional.empty(), ON);
        eachOnce(keys);
    }

    @Test
    void anOrderThatCannotBeWrittenStopsNoOther() {
        Set<String> keys = some.place(3);
        String broken = keys.iterator().next();
        database.sql("UPDATE order_part SET total = total + 1 WHERE onec_key = ?")
                .param(broken)
                .update();
        some.sending.send(ON);
        assertThat(some.stateOf(broken)).isEqualTo(OutgoingState.REJECTED);
        keys.remove(broken);
        eachOnce(keys);
    }

    @Test
    void whatAPersonLetsGoAgainIsSentAgainHoweverItHadEnded() {
        Set<String> keys = some.place(2);
        String rejected = keys.iterator().next();
        some.table.enqueue(some.handover.toExport(100_000));
        some.handover.rejected(rejected, "1C said no by another way");
        some.sending.send(ON);
        assertThat(some.stateOf(rejected)).isEqualTo(OutgoingState.WITHDRAWN);
        some.handover.release(rejected, "corrected in 1C");
        some.sending.send(ON);
        eachOnce(keys);
    }

    @Test
    void aFileServerThatBreaksInTheMiddleLeavesNoHalfFileAndTheRecordGoesAgainOnce() throws Exception {
        Set<String> keys = some.place(3);
        // 1C itself does not look, so that the files can be looked at
        some.breaks(FaultMode.DOWN);
        some.lab.files().faults().on(FaultMode.KILLED_MID_UPLOAD, 3);
        some.holdOpen();
        some.sending.send(ON);
        SomeFtp ftp = new SomeFtp(some.lab.ftpPort());
        assertThat(ftp.names("from-shop"))
                .noneMatch(name -> name.endsWith(".xml"))
                .anyMatch(name -> name.endsWith(".xml.part"));
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.WAITING_FTP);

        some.files.upload(ON);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        assertThat(ftp.names("from-shop")).containsExactly(file.name());
        assertThat(ftp.bytes("from-shop", file.name()))
                .isEqualTo(beans.getBean(ru.freesport.console.partners.Messages.class)
                        .content(file.message())
                        .readAllBytes());

        some.heals();
        await().atMost(Duration.ofSeconds(5)).until(() -> some.committed(keys).size() == 3);
        assertThat(some.heard(keys)).isEqualTo(3);
    }

    @Test
    void whenTheFileServerIsAwayTooTheRecordWaitsPeopleAreToldAndItGoesWhenTheServerIsBack(ApplicationEvents events) {
        Set<String> keys = some.place(2);
        some.lab.files().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        some.holdOpen();
        some.sending.send(ON);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.WAITING_FTP);
        String file = some.fileOf(keys.iterator().next()).name();
        assertThat(events.stream(FileNotUploaded.class))
                .anySatisfy(told -> assertThat(told.name()).isEqualTo(file));
        some.lab.files().faults().off();
        some.circuits.reset("onec.ftp", "the server is back");
        some.files.upload(ON);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.ON_FTP);
        await().atMost(Duration.ofSeconds(5)).until(() -> some.committed(keys).size() == 2);
    }

    @Test
    void whatADeadNodeWasSendingIsLookedUpAndNotSentAgainWhere1cHasIt() {
        Set<String> keys = some.place(2);
        some.table.enqueue(some.handover.toExport(100_000));
        Set<String> claimed = some.table.claim("batch-of-the-dead", 25, Duration.ofSeconds(-1), null);
        assertThat(claimed).containsAll(keys);
        Set<String> arrived = Set.of(keys.iterator().next());
        some.orders().take(document(arrived), "batch-of-the-dead");
        SendingReport report = some.sending.send(ON);
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(some.heard(arrived)).isEqualTo(1);
        eachOnce(keys);
    }

    @Test
    void aNodeThatWakesUpTooLateChangesNothingOfWhatAnotherTookOver() {
        Set<String> keys = some.place(1);
        some.table.enqueue(some.handover.toExport(100_000));
        assertThat(some.table.claim("batch-of-the-sleeper", 25, Duration.ofSeconds(-1), null))
                .containsAll(keys);
        some.table.expire();
        some.table.queueAgain(keys);
        assertThat(some.table.claim("batch-of-the-other", 25, Duration.ofMinutes(1), null))
                .containsAll(keys);
        assertThat(some.table.moveClaimed(
                        "batch-of-the-sleeper", keys, OutgoingState.QUEUED, OutgoingTable.Reason.NONE))
                .isEmpty();
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.SENDING);
        some.table.moveClaimed("batch-of-the-other", keys, OutgoingState.QUEUED, OutgoingTable.Reason.NONE);
        some.sending.send(ON);
        eachOnce(keys);
    }

    @Test
    void twentyThreadsOnTwoNodesSendEachOrderOnce() {
        Set<String> keys = some.place(60);
        List<OrderSending> nodes = List.of(some.sending, some.sending());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(thread -> CompletableFuture.runAsync(
                                    () -> RunAs.system(() -> {
                                        nodes.get(thread % 2).send(ON);
                                    }),
                                    threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(some.table.find(key).orElseThrow().tries()).isEqualTo(1));
        eachOnce(keys);
    }

    @Test
    void theScheduledTaskNeedsNobodyWhoIsLoggedIn() {
        Set<String> keys = some.place(1);
        SecurityContext mine = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        RunState state;
        try {
            state = new OrdersOutTask(some.sending, some.files, some.handover, beans.getBean(Runs.class))
                    .run(new SomeRunContext(Map.of()));
        } finally {
            SecurityContextHolder.setContext(mine);
        }
        assertThat(state).isEqualTo(RunState.COMPLETED);
        eachOnce(keys);
    }

    @Test
    void bothSidesLearnOfAConfirmationOrNeither() {
        Set<String> keys = some.place(1);
        String key = keys.iterator().next();
        some.table.enqueue(some.handover.toExport(100_000));
        database.sql("ALTER TABLE order_part ADD CONSTRAINT killed_here CHECK (onec_key <> '" + key
                        + "' OR export_state <> 'CONFIRMED')")
                .update();
        try {
            some.sending.confirm(Map.of(key, "ФС-1"), HandoverWay.HTTP);
        } catch (org.springframework.dao.DataIntegrityViolationException killed) {
            assertThat(some.stateOf(key)).isEqualTo(OutgoingState.QUEUED);
        } finally {
            database.sql("ALTER TABLE order_part DROP CONSTRAINT killed_here").update();
        }
        some.sending.send(ON);
        eachOnce(keys);
    }

    private void eachOnce(Set<String> keys) {
        assertThat(some.committed(keys))
                .containsOnlyKeys(keys)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(some.shownOf(keys)).containsOnly(ExportState.CONFIRMED);
    }

    private CircuitCard card() {
        return some.circuits.cards().stream()
                .filter(card -> card.circuit().name().equals(OnecCircuits.ORDERS))
                .findFirst()
                .orElseThrow();
    }

    private byte[] document(Set<String> keys) {
        return beans.getBean(OrderWriter.class)
                .write(some.handover.find(keys), Clock.systemUTC().instant());
    }
}
