package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class SeveralNodesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private RunRows rows;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    private SomeNodes nodes;

    @BeforeEach
    void open() {
        nodes = new SomeNodes(dataSource, rows, transaction);
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void twoNodesWorkOffAQueueOnceAndOneRunAtATime() {
        Map<Long, AtomicInteger> times = new ConcurrentHashMap<>();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var task = new SomeTask(context -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            times.computeIfAbsent(context.runId(), _ -> new AtomicInteger()).incrementAndGet();
            context.rows(1);
            atOnce.decrementAndGet();
            return RunState.COMPLETED;
        });
        var one = nodes.with(task);
        var two = nodes.with(task);
        List<Long> ids = IntStream.range(0, 50)
                .mapToObj(_ -> one.runs().submit(request(task)))
                .toList();
        one.dispatcher().start();
        two.dispatcher().start();

        await().atMost(LONG_ENOUGH).until(() -> one.runs().active(task.name()).isEmpty());

        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).hasValue(1));
        assertThat(most).hasValue(1);
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(one.runs().find(id).orElseThrow().state()).isEqualTo(RunState.COMPLETED));
    }

    @Test
    void aSilentNodesRunIsSeenAndBegunAgainAndItsLateWritesAreRefused() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var refused = new AtomicReference<Throwable>();
        var task = new SomeTask(context -> {
            if (context.attempt() > 1) {
                return RunState.COMPLETED;
            }
            begun.countDown();
            awaitThroughInterrupts(goOn);
            try (Connection writing = dataSource.getConnection()) {
                writing.setAutoCommit(false);
                context.fence(writing);
                writing.commit();
            } catch (LeaseLost e) {
                refused.set(e);
            }
            return RunState.COMPLETED;
        });
        var dying = nodes.with(withoutHeartbeat(), task);
        var healthy = nodes.with(task);
        long id = dying.runs().submit(request(task));
        dying.dispatcher().start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        dying.dispatcher().stop();

        healthy.dispatcher().start();
        healthy.recovery().sweep();
        assertThat(healthy.runs().find(id).orElseThrow().state())
                .as("a live lease protects its run")
                .isEqualTo(RunState.RUNNING);
        database.sql("UPDATE lease SET expires_at = clock_timestamp() - interval '1 second' WHERE name = ?")
                .param(task.lease())
                .update();

        await().atMost(LONG_ENOUGH)
                .until(() -> healthy.runs().latestResult(task.name()).stream()
                        .anyMatch(run -> run.state() == RunState.COMPLETED));
        RunView lost = healthy.runs().find(id).orElseThrow();
        RunView again = healthy.runs().latest(task.name()).orElseThrow();
        assertThat(lost.state()).isEqualTo(RunState.FAILED);
        assertThat(lost.errorType()).isEqualTo("NODE_LOST");
        assertThat(healthy.runs().events(id)).extracting(RunEvent::message).contains("jobs.event.node-lost");
        assertThat(again.trigger()).isEqualTo(RunTrigger.RECOVERY);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.previousRunId()).isEqualTo(id);

        goOn.countDown();
        await().atMost(LONG_ENOUGH).untilAtomic(refused, org.hamcrest.Matchers.instanceOf(LeaseLost.class));
        dying.runner().stop();
        assertThat(healthy.runs().find(id).orElseThrow().state())
                .as("the late end counts for nothing")
                .isEqualTo(RunState.FAILED);
    }

    @Test
    void aRunIsBegunAtMostThreeTimes() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        var node = nodes.with(task);
        long id = node.runs().submit(request(task));
        for (int attempt = 1; attempt <= 3; attempt++) {
            long current = node.runs().latest(task.name()).orElseThrow().id();
            dieWith(current, task);
            node.recovery().sweep();
            node.recovery().sweep();
            await().atMost(LONG_ENOUGH)
                    .until(() -> "NODE_LOST"
                            .equals(node.runs().find(current).orElseThrow().errorType()));
        }
        assertThat(node.runs().active(task.name())).isEmpty();
        assertThat(node.runs().latest(task.name()).orElseThrow().attempt()).isEqualTo(3);
        assertThat(node.runs().find(id)).isPresent();
    }

    @Test
    void aLostRunComesBeforeTheYoungerOnesThatWait() {
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        var task = new SomeTask(context -> {
            attempts.add(context.attempt());
            return RunState.COMPLETED;
        });
        var node = nodes.with(task);
        dieWith(node.runs().submit(request(task)), task);
        long younger = node.runs().submit(request(task));
        assertThat(tryClaim(younger, task, Duration.ofMinutes(10)))
                .as("whether the lost one has been found yet or not")
                .isEmpty();
        node.dispatcher().start();
        await().atMost(LONG_ENOUGH).until(() -> attempts.size() == 2);
        assertThat(attempts).containsExactly(2, 1);
    }

    @Test
    void aCommandLineDoesALostRunItselfBeforeItsOwn() {
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        var task = new SomeTask(context -> {
            attempts.add(context.attempt());
            return RunState.COMPLETED;
        });
        var node = nodes.with(task);
        dieWith(node.runs().submit(request(task)), task);
        RunView own = node.runs().runHere(request(task), RunWatcher.NONE);
        assertThat(own.state()).isEqualTo(RunState.COMPLETED);
        assertThat(attempts).containsExactly(2, 1);
    }

    @Test
    void aCancelledRunIsNotBegunAgainWhenItsNodeDies() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        var node = nodes.with(task);
        long id = node.runs().submit(request(task));
        claim(id, task, Duration.ofMinutes(10));
        node.runs().cancel(id, Actor.person("ivan"), "stop it");
        database.sql("UPDATE lease SET expires_at = clock_timestamp() - interval '1 second' WHERE name = ?")
                .param(task.lease())
                .update();
        node.recovery().sweep();
        await().atMost(LONG_ENOUGH)
                .until(() -> node.runs().find(id).orElseThrow().state() == RunState.CANCELLED);
        assertThat(node.runs().active(task.name())).isEmpty();
    }

    @Test
    void aNodeThatIsShutDownPassesItsRunOn() throws Exception {
        var begun = new CountDownLatch(1);
        var task = new SomeTask(context -> {
            if (context.attempt() == 1) {
                begun.countDown();
                await().pollInSameThread().atMost(LONG_ENOUGH).until(() -> {
                    context.checkpoint();
                    return false;
                });
            }
            return RunState.COMPLETED;
        });
        var leaving = nodes.with(task);
        leaving.dispatcher().start();
        long id = leaving.runs().submit(request(task));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        leaving.dispatcher().stop();
        leaving.runner().stop();

        assertThat(leaving.runs().find(id).orElseThrow().errorType()).isEqualTo("NODE_STOPPED");
        var staying = nodes.with(task);
        staying.dispatcher().start();
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        staying.runs().latestResult(task.name()).orElseThrow().state() == RunState.COMPLETED);
    }

    @Test
    void aCommandLineThatDiedWhileWaitingLeavesNothingBehind() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        var node = nodes.with(task);
        long id = node.runs().submit(request(task));
        database.sql("""
                        UPDATE job_run SET pinned_node = 'gone', heartbeat_at = clock_timestamp() - interval '1 hour'
                        WHERE id = ?
                        """).param(id).update();
        node.recovery().sweep();
        assertThat(node.runs().find(id).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void whereOnlyCommandLinesRunTheNextOneEndsTheDeadOnesRunAndDoesNotBeginItAgain() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        var node = nodes.with(task);
        long killed = node.runs().submit(request(task));
        database.sql("UPDATE job_run SET pinned_node = 'killed' WHERE id = ?")
                .param(killed)
                .update();
        dieWith(killed, task);

        RunView next = node.runs().runHere(request(task), RunWatcher.NONE);

        RunView dead = node.runs().find(killed).orElseThrow();
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(dead.state()).isEqualTo(RunState.FAILED);
        assertThat(dead.errorType()).isEqualTo("NODE_LOST");
        assertThat(node.runs().active(task.name())).isEmpty();
    }

    /** As a node that claimed the run and was killed long ago; the application's own watchdog may see it first. */
    private void dieWith(long runId, ScheduledTask task) {
        claim(runId, task, Duration.ofMillis(-1));
    }

    private void claim(long runId, ScheduledTask task, Duration ttl) {
        tryClaim(runId, task, ttl).orElseThrow();
    }

    private Optional<Lease> tryClaim(long runId, ScheduledTask task, Duration ttl) {
        var records = new RunRecords(database, rows);
        var leases = new Leases(database);
        return new RunTransitions(database, records, rows, leases, transaction)
                .claim(runId, task, new Node("killed"), ttl);
    }

    private static JobsSettings withoutHeartbeat() {
        JobsSettings usual = SomeNodes.SETTINGS;
        return new JobsSettings(
                true,
                "dying",
                usual.parallel(),
                usual.leaseTtl(),
                Duration.ofDays(1),
                usual.poll(),
                Duration.ofDays(1),
                usual.attempts(),
                usual.shortestInterval(),
                usual.zone());
    }

    private static void awaitThroughInterrupts(CountDownLatch latch) {
        await().pollInSameThread().atMost(LONG_ENOUGH).until(() -> latch.getCount() == 0);
    }

    private static RunRequest request(ScheduledTask task) {
        return RunRequest.of(task.name(), RunTrigger.MANUAL, Actor.person("olga"));
    }
}
