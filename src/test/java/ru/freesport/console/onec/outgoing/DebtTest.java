package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class DebtTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    private SomeOutgoing some;
    private SomeFtp ftp;

    @BeforeEach
    void begin() {
        some = new SomeOutgoing(beans);
        ftp = new SomeFtp(some.lab.ftpPort());
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void theDrainBringsOverExactlyWhatIsMissing() {
        Set<String> keys = inFiles(4);
        // 1C got one of them another way meanwhile
        some.reset();
        some.heals();
        some.orders().take(document(Set.of(keys.iterator().next())), "by-hand-1");
        SendingReport report = drain();
        assertThat(report.suppressed()).isGreaterThanOrEqualTo(1);
        assertThat(report.sent() + report.suppressed()).isEqualTo(4);
        eachOnce(keys);
        assertThat(some.debt.size()).isZero();
        assertThat(drain()).isEqualTo(SendingReport.NOTHING);
    }

    @Test
    void aFileThatIsTakenBackLeavesTheFileServer() {
        Set<String> keys = inFiles(2);
        String file = some.fileOf(keys.iterator().next()).name();
        assertThat(ftp.names("from-shop")).contains(file);
        some.reset();
        some.heals();
        drain();
        assertThat(ftp.names("from-shop")).doesNotContain(file);
        eachOnce(keys);
    }

    @Test
    void while1cDoesNotAnswerTheDrainLeavesEveryFileWhereItIs() {
        Set<String> keys = inFiles(2);
        String file = some.fileOf(keys.iterator().next()).name();
        // the circuit is closed again, but 1C dies before the first question
        some.reset();
        drain();
        assertThat(ftp.names("from-shop")).contains(file);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.ON_FTP);
        assertThat(some.fileOf(keys.iterator().next()).state()).isEqualTo(OutgoingFile.State.UPLOADED);
    }

    @Test
    void aFileThatCannotBeTakenBackNowIsTakenBackLaterAndItsOrdersDoNotWaitForThat() {
        Set<String> keys = inFiles(2);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        some.lab.files().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        some.circuits.reset("onec.orders", "1C is back");
        some.heals();
        drain();
        eachOnce(keys);
        assertThat(some.fileTable.find(file.id()).orElseThrow().state())
                .isIn(OutgoingFile.State.WITHDRAWING, OutgoingFile.State.SETTLED);
        some.lab.files().faults().off();
        some.reset();
        some.files.upload(ON);
        assertThat(ftp.names("from-shop")).doesNotContain(file.name());
        eachOnce(keys);
    }

    @Test
    void aFileThatIsTakenBackWhileItIsUploadedIsRemovedAfterwards() {
        Set<String> keys = inFilesThatWait(2);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        assertThat(some.fileTable.claim(Duration.ofMinutes(1))).isPresent();
        some.fileTable.takeBack(file.id(), keys);
        assertThat(some.fileTable.uploaded(file.id())).isEmpty();
        assertThat(some.fileTable.find(file.id()).orElseThrow().state()).isEqualTo(OutgoingFile.State.WITHDRAWING);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.QUEUED);
        some.lab.files().faults().off();
        some.reset();
        some.files.upload(ON);
        assertThat(some.fileTable.withdrawing()).isEmpty();
        some.heals();
        some.sending.send(ON);
        eachOnce(keys);
    }

    @Test
    void closingByHandTwiceAtTheSameMomentCountsOnceAndTakesTheFileOutOf1cSReach() {
        Set<String> keys = inFiles(3);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        List<Integer> closed = together(8, () -> some.debt.done(file.id(), "entered in 1C by hand"));
        assertThat(closed.stream().mapToInt(count -> count).sum()).isEqualTo(3);
        assertThat(some.shownOf(keys)).containsOnly(ExportState.CONFIRMED);
        assertThat(database.sql("SELECT actor FROM audit_entry WHERE action = 'onec.outgoing.done' AND subject = ?")
                        .param("outgoing:" + file.name())
                        .query(String.class)
                        .list())
                .containsExactly("olga");
        some.files.upload(ON);
        assertThat(ftp.names("from-shop")).doesNotContain(file.name());
        some.heals();
        some.reset();
        drain();
        assertThat(some.heard(keys))
                .as("what a person entered is not sent any more")
                .isZero();
        assertThatThrownBy(() -> some.debt.done(file.id(), " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drainsOfPeopleAndOfTheJobAtTheSameMomentSendEachOrderOnce() {
        Set<String> keys = inFiles(6);
        long file = some.fileOf(keys.iterator().next()).id();
        some.heals();
        some.reset();
        List<SendingReport> reports =
                together(6, thread -> some.debt.drain(thread % 2 == 0 ? Optional.of(file) : Optional.empty(), ON));
        eachOnce(keys);
        assertThat(reports.stream().mapToInt(SendingReport::sent).sum()).isLessThanOrEqualTo(6);
        assertThat(some.debt.size()).isZero();
    }

    @Test
    void aDrainAndAPersonWhoClosesTheFileAtTheSameMomentLeaveNothingOwed() {
        Set<String> keys = inFiles(4);
        long file = some.fileOf(keys.iterator().next()).id();
        some.heals();
        some.reset();
        together(4, thread -> thread == 0 ? some.debt.done(file, "entered in 1C by hand") : drain().sent());
        assertThat(some.shownOf(keys)).containsOnly(ExportState.CONFIRMED);
        assertThat(some.committed(keys).values())
                .allSatisfy(times -> assertThat(times).isEqualTo(1));
        assertThat(some.debt.size()).isZero();
    }

    @Test
    void aPersonsWishIsARunInHisNameWithHisReason() {
        Set<String> keys = inFiles(1);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        Drains drains = beans.getBean(Drains.class);
        RunView run = beans.getBean(Runs.class)
                .find(drains.begin(file, "the customer waits"))
                .orElseThrow();
        assertThat(run.actor().name()).isEqualTo("olga");
        assertThat(run.reason()).isEqualTo("the customer waits");
        assertThat(run.subject()).isEqualTo(file.name());
        assertThatThrownBy(() -> drains.begin(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void whoOnlyLooksMayNotPay() {
        Debt guarded = beans.getBean(Debt.class);
        assertThat(guarded.files(0, 10)).isNotNull();
        assertThatThrownBy(() -> guarded.done(1, "no right")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> beans.getBean(Drains.class).begin("no right"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theBytesOfAFileAreKeptUntilItIsDoneWithAndItsRowForever() {
        Set<String> keys = inFiles(1);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        OutgoingHolds holds = beans.getBean(OutgoingHolds.class);
        assertThat(holds.held(List.of(file.message()))).containsExactly(file.message());
        some.heals();
        some.reset();
        drain();
        some.files.upload(ON);
        assertThat(holds.held(List.of(file.message()))).isEmpty();
        database.sql("DELETE FROM message WHERE id = ?").param(file.message()).update();
        assertThat(some.fileTable.find(file.id()).orElseThrow().message()).isNull();
    }

    @Test
    void anAcknowledgementConfirmsAndRejectsOnceHoweverOftenItComes() {
        Set<String> keys = inFiles(2);
        OutgoingFile file = some.fileOf(keys.iterator().next());
        String taken = keys.stream().findFirst().orElseThrow();
        String refused = keys.stream().skip(1).findFirst().orElseThrow();
        for (int time = 0; time < 2; time++) {
            some.debt.answered(file.name(), Map.of(taken, "ФС-77"), Map.of(refused, "Нет склада"));
        }
        assertThat(some.table.find(taken).orElseThrow().onecNumber()).isEqualTo("ФС-77");
        assertThat(some.stateOf(refused)).isEqualTo(OutgoingState.REJECTED);
        OutgoingFile settled = some.fileTable.find(file.id()).orElseThrow();
        assertThat(settled.state()).isEqualTo(OutgoingFile.State.SETTLED);
        assertThat(settled.acknowledgedAt()).isNotNull();
    }

    /** Orders that went to files while 1C was away; it does not look at its folder either. */
    private Set<String> inFiles(int count) {
        some.breaks(FaultMode.DOWN);
        some.holdOpen();
        Set<String> keys = some.place(count);
        some.sending.send(ON);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.ON_FTP);
        return keys;
    }

    private Set<String> inFilesThatWait(int count) {
        some.lab.files().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        some.breaks(FaultMode.DOWN);
        some.holdOpen();
        Set<String> keys = some.place(count);
        some.sending.send(ON);
        assertThat(some.statesOf(keys)).containsOnly(OutgoingState.WAITING_FTP);
        return keys;
    }

    private SendingReport drain() {
        return some.debt.drain(Optional.empty(), ON);
    }

    private static <T> List<T> together(int threads, java.util.concurrent.Callable<T> act) {
        return together(threads, _ -> {
            try {
                return act.call();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    private static <T> List<T> together(int threads, java.util.function.IntFunction<T> act) {
        try (ExecutorService pool =
                new DelegatingSecurityContextExecutorService(Executors.newVirtualThreadPerTaskExecutor())) {
            return IntStream.range(0, threads)
                    .mapToObj(thread -> CompletableFuture.supplyAsync(() -> act.apply(thread), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private void eachOnce(Set<String> keys) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(some.committed(keys))
                        .containsExactlyInAnyOrderEntriesOf(
                                keys.stream().collect(Collectors.toMap(key -> key, _ -> 1))));
        assertThat(some.shownOf(keys)).containsOnly(ExportState.CONFIRMED);
    }

    private byte[] document(Set<String> keys) {
        return beans.getBean(OrderWriter.class)
                .write(some.handover.find(keys), Clock.systemUTC().instant());
    }
}
