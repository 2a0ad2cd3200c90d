package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
class RunsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

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
    void aSubmittedRunIsDoneAndTellsWhatItDid() {
        var task = new SomeTask(context -> {
            context.phase("some.phase");
            context.progress(3, 4);
            context.rows(40);
            context.note("some.note", "a", 1);
            context.summary(Map.of("goods", Map.of("read", 40)));
            return RunState.COMPLETED_WITH_REJECTS;
        });
        var node = nodes.with(task);
        node.dispatcher().start();
        long id = node.runs()
                .submit(manual(task).because("to see it").with("message", "7").about("file.xml"));

        RunView run = node.runs().await(id, LONG_ENOUGH);

        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(run.reason()).isEqualTo("to see it");
        assertThat(run.actor()).isEqualTo(Actor.person("olga"));
        assertThat(run.parameters()).containsEntry("message", "7");
        assertThat(run.subject()).isEqualTo("file.xml");
        assertThat(run.phase()).isEqualTo("some.phase");
        assertThat(run.share()).contains(0.75);
        assertThat(run.rowsDone()).isEqualTo(40);
        assertThat(run.summary()).isEqualTo("{\"goods\": {\"read\": 40}}");
        assertThat(run.finishedAt()).isNotNull();
        assertThat(node.runs().events(id))
                .extracting(RunEvent::message)
                .containsExactly(
                        "jobs.event.queued", "jobs.event.running", "some.note", "jobs.event.completed-with-rejects");
        assertThat(node.runs().latestResult(task.name())).contains(run);
    }

    @Test
    void whatATaskThrowsIsKeptAsTypeAndMessage() {
        var task = new SomeTask(_ -> {
            throw new RunFailed("DATA_FORMAT_ERROR", "goods.xml, line 3: not XML");
        });
        RunView run = nodes.with(task).runs().runHere(manual(task), RunWatcher.NONE);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errorType()).isEqualTo("DATA_FORMAT_ERROR");
        assertThat(run.errorMessage()).isEqualTo("goods.xml, line 3: not XML");
    }

    @Test
    void aTaskMayNotEndAsQueued() {
        var task = new SomeTask(_ -> RunState.QUEUED);
        RunView run = nodes.with(task).runs().runHere(manual(task), RunWatcher.NONE);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errorType()).isEqualTo("IllegalStateException");
    }

    @Test
    void aRunThatAnotherNodeFinishedMeanwhileIsNotTakenAgain() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        var node = nodes.with(task);
        node.dispatcher().start();
        RunView done = node.runs().await(node.runs().submit(manual(task)), LONG_ENOUGH);
        var leases = new Leases(database);
        var late = new RunTransitions(database, new RunRecords(database, rows), rows, leases, transaction);
        assertThat(late.claim(done.id(), task, new Node("late"), LONG_ENOUGH)).isEmpty();
        assertThat(leases.tryAcquire(task.lease(), "next", LONG_ENOUGH))
                .as("and the lease stays free")
                .isPresent();
    }

    @Test
    void anUnknownTaskIsRefusedAtTheDoor() {
        Runs runs = nodes.with().runs();
        assertThatThrownBy(() -> runs.submit(RunRequest.of("no-such", RunTrigger.MANUAL, Actor.system())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunIsQueuedOnlyIfTheCallersTransactionCommits() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        Runs runs = nodes.with(task).runs();
        transaction.executeWithoutResult(status -> {
            runs.submit(manual(task));
            status.setRollbackOnly();
        });
        assertThat(runs.latest(task.name())).isEmpty();
    }

    @Test
    void cancellingStopsAWorkingRunAtItsNextSafePoint() throws Exception {
        var begun = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var task = new SomeTask(context -> {
            context.summary(Map.of("read", 5));
            begun.countDown();
            asked.await();
            await().pollInSameThread().atMost(LONG_ENOUGH).until(() -> {
                context.checkpoint();
                return false;
            });
            return RunState.COMPLETED;
        });
        var node = nodes.with(task);
        node.dispatcher().start();
        long id = node.runs().submit(manual(task));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(node.runs().cancel(id, Actor.person("ivan"), "wrong file")).isTrue();
        assertThat(node.runs().find(id).orElseThrow().state()).isEqualTo(RunState.RUNNING);
        asked.countDown();

        RunView run = node.runs().await(id, LONG_ENOUGH);
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.cancelledBy()).isEqualTo("ivan");
        assertThat(run.cancelReason()).isEqualTo("wrong file");
        assertThat(run.summary()).as("a cancelled run keeps its figures").contains("5");
        assertThat(node.runs().cancel(id, Actor.person("ivan"), "again")).isFalse();
    }

    @Test
    void aStopThatCameThroughAnotherThreadIsStillACancellation() {
        var runs = new java.util.concurrent.atomic.AtomicReference<Runs>();
        var task = new SomeTask(context -> {
            runs.get().cancel(context.runId(), Actor.person("ivan"), "wrong file");
            await().pollInSameThread().atMost(LONG_ENOUGH).until(() -> {
                try {
                    context.checkpoint();
                    return false;
                } catch (RunCancelled e) {
                    throw new IllegalStateException("the reading thread ended", e);
                }
            });
            return RunState.COMPLETED;
        });
        runs.set(nodes.with(task).runs());
        assertThat(runs.get().runHere(manual(task), RunWatcher.NONE).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aWaitingRunIsCancelledAtOnceAndNeverBegins() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        var node = nodes.with(task);
        long id = node.runs().submit(manual(task));
        assertThat(node.runs().cancel(id, Actor.person("ivan"), null)).isTrue();
        assertThat(node.runs().find(id).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        node.dispatcher().start();
        long next = node.runs().submit(manual(task));
        node.runs().await(next, LONG_ENOUGH);
        assertThat(node.runs().find(id).orElseThrow().startedAt()).isNull();
    }

    @Test
    void aHeldRunGoesOnOnceReleased() {
        var task = new SomeTask(context -> context.isReleased() ? RunState.COMPLETED : RunState.HELD);
        var node = nodes.with(task);
        node.dispatcher().start();
        long id = node.runs().submit(manual(task));
        assertThat(node.runs().await(id, LONG_ENOUGH).state()).isEqualTo(RunState.HELD);
        assertThat(node.runs().release(id, Actor.person("olga"), "looked at it"))
                .isTrue();
        assertThat(node.runs().await(id, LONG_ENOUGH).state()).isEqualTo(RunState.COMPLETED);
        assertThat(node.runs().release(id, Actor.person("olga"), "again")).isFalse();
    }

    @Test
    void aRerunIsANewAttemptLinkedToTheOld() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        Runs runs = nodes.with(task).runs();
        RunView first = runs.runHere(manual(task).with("message", "7").about("file.xml"), RunWatcher.NONE);
        RunView second = runs.find(runs.rerun(first.id(), Actor.person("olga"), "once more"))
                .orElseThrow();
        assertThat(second.state()).isEqualTo(RunState.QUEUED);
        assertThat(second.trigger()).isEqualTo(RunTrigger.RETRY);
        assertThat(second.previousRunId()).isEqualTo(first.id());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void aCommandLineWaitsForTheLeaseAndSaysSo() throws Exception {
        var begun = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var task = new SomeTask(context -> {
            if (context.trigger() == RunTrigger.MANUAL) {
                begun.countDown();
                asked.await();
            }
            return RunState.COMPLETED;
        });
        var server = nodes.with(task);
        server.dispatcher().start();
        long first = server.runs().submit(manual(task));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        RunView second = nodes.with(task)
                .runs()
                .runHere(RunRequest.of(task.name(), RunTrigger.COMMAND_LINE, Actor.commandLine()), new RunWatcher() {
                    @Override
                    public void waiting(RunView own) {
                        asked.countDown();
                    }
                });
        assertThat(second.state()).isEqualTo(RunState.COMPLETED);
        assertThat(second.startedAt())
                .isAfterOrEqualTo(server.runs().find(first).orElseThrow().finishedAt());
    }

    @Test
    void aListIsReadPageByPageAndFiltered() {
        var task = new SomeTask(_ -> RunState.COMPLETED);
        Runs runs = nodes.with(task).runs();
        List<Long> ids = IntStream.range(0, 5)
                .mapToObj(n -> runs.submit(manual(task).about("100%_file " + n)))
                .toList();
        RunFilter ours = RunFilter.ALL.ofTasks(Set.of(task.name()));
        List<RunView> first = runs.recent(ours, null, 2);
        List<RunView> second = runs.recent(ours, first.getLast().id(), 10);
        assertThat(first).extracting(RunView::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(second).extracting(RunView::id).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(runs.recent(ours.withText("%_FILE 3"), null, 10))
                .extracting(RunView::id)
                .containsExactly(ids.get(3));
        assertThat(runs.recent(ours.inStates(Set.of(RunState.RUNNING)), null, 10))
                .isEmpty();
    }

    private static RunRequest manual(ScheduledTask task) {
        return RunRequest.of(task.name(), RunTrigger.MANUAL, Actor.person("olga"));
    }
}
