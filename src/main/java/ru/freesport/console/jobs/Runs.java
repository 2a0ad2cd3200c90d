package ru.freesport.console.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.shared.Actor;

/**
 * The modules' door to runs: queue one, look at it, wait for it. It asks for no rights, so what a person may do goes
 * through {@link RunControl}.
 */
@Service
public class Runs {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final JdbcClient database;
    private final RunRecords records;
    private final RunTransitions transitions;
    private final TransactionOperations transaction;
    private final KnownTasks tasks;
    private final Recovery recovery;
    private final Runner runner;
    private final Node node;
    private final JobsSettings settings;

    Runs(
            JdbcClient database,
            RunRecords records,
            RunTransitions transitions,
            TransactionOperations transaction,
            KnownTasks tasks,
            Recovery recovery,
            Runner runner,
            Node node,
            JobsSettings settings) {
        this.database = database;
        this.records = records;
        this.transitions = transitions;
        this.transaction = transaction;
        this.tasks = tasks;
        this.recovery = recovery;
        this.runner = runner;
        this.node = node;
        this.settings = settings;
    }

    /** Queues a run and wakes the nodes; in a transaction of the caller it is queued when that commits. */
    public long submit(RunRequest request) {
        task(request);
        return transitions.queue(request, 1, null);
    }

    /** Queues a run unless one of the same task is waiting or working; then the fire is noted there and nothing queued. */
    public Optional<Long> submitUnlessBusy(RunRequest request) {
        task(request);
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            // two nodes may fire at once: one looks and queues while the other waits
            database.sql("SELECT pg_advisory_xact_lock(hashtextextended('job_run ' || ?, 0))")
                    .param(request.task())
                    .query((row, _) -> true)
                    .single();
            List<RunView> busy = records.active(request.task());
            if (busy.isEmpty()) {
                return Optional.of(transitions.queue(request, 1, null));
            }
            records.addEvent(busy.getFirst().id(), request.actor(), RunEvent.Kind.NOTE, "jobs.event.fire-skipped");
            return Optional.empty();
        }));
    }

    /**
     * Works on the run in this process and returns how it ended; for command lines. Waits while the lease is taken, and
     * looks after the runs of dead nodes meanwhile: where no console runs, nobody else does.
     */
    public RunView runHere(RunRequest request, RunWatcher watcher) {
        ScheduledTask task = task(request);
        long id = transitions.queue(request, 1, node.name());
        boolean isToldToWait = false;
        while (true) {
            recovery.sweep();
            if (!request.dryRun()) {
                workOnLostOnes(task, id);
            }
            Optional<Lease> lease = transitions.claim(id, task, node, settings.leaseTtl());
            if (lease.isPresent()) {
                runner.work(id, lease.get(), task, watcher);
                // a lease that ran out just between the sweep and the claim
                recovery.sweep();
                return get(id);
            }
            if (!stillWaits(id)) {
                return get(id);
            }
            if (!isToldToWait) {
                isToldToWait = true;
                watcher.waiting(get(id));
            }
            pause(settings.poll());
        }
    }

    /** Older runs that were lost and wait again go first, and here: there may be no server to do them. */
    private void workOnLostOnes(ScheduledTask task, long before) {
        List<Long> lost =
                database.sql("""
                        SELECT id FROM job_run
                        WHERE state = 'QUEUED' AND pinned_node IS NULL AND lease = ? AND place < ? ORDER BY place
                        """).params(task.lease(), before).query(Long.class).list();
        for (long id : lost) {
            ScheduledTask lostTask = tasks.find(get(id).task()).orElseThrow();
            transitions
                    .claim(id, lostTask, node, settings.leaseTtl())
                    .ifPresent(lease -> runner.work(id, lease, lostTask, RunWatcher.NONE));
        }
    }

    /** Translation key of what people call the task, also of one that is no more. */
    public String titleKey(String task) {
        return tasks.find(task).map(ScheduledTask::titleKey).orElse("jobs.task.gone");
    }

    public Optional<RunView> find(long id) {
        return records.find(id);
    }

    public List<RunEvent> events(long runId) {
        return records.events(runId);
    }

    public Optional<RunView> latest(String task) {
        return records.latest(task);
    }

    /** The last run of the task that is not waiting or working now, dry runs left out. */
    public Optional<RunView> latestResult(String task) {
        return records.latestResult(task);
    }

    /** Waiting and working runs of the task, oldest first. */
    public List<RunView> active(String task) {
        return records.active(task);
    }

    /** Newest first; give the last id of a page to get the next one. */
    public List<RunView> recent(RunFilter filter, @Nullable Long beforeId, int limit) {
        return records.recent(filter, beforeId, limit);
    }

    /** What one click or call had run, the earliest first. */
    public List<RunView> together(String correlationId, int limit) {
        return records.together(correlationId, limit);
    }

    /** Waits until the run has an outcome, at most so long; returns it as it stands then. */
    public RunView await(long id, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        RunView run = get(id);
        while (run.isActive() && System.nanoTime() < end) {
            pause(LOOK_AGAIN);
            run = get(id);
        }
        return run;
    }

    /** Ends a waiting or held run at once, asks a working one to stop at its next safe point; false when it is over. */
    public boolean cancel(long id, Actor actor, @Nullable String reason) {
        return transitions.cancel(id, actor, reason);
    }

    /** Lets a held run go on. */
    public boolean release(long id, Actor actor, @Nullable String reason) {
        return transitions.release(id, actor, reason);
    }

    /** Ends a held run in favour of one that does what it was kept from; empty when somebody decided before. */
    public Optional<Long> releaseInto(long held, RunRequest next) {
        task(next);
        return transitions.releaseInto(held, next);
    }

    /** The same again, linked to the earlier one. */
    public long rerun(long id, Actor actor, @Nullable String reason) {
        RunView earlier = get(id);
        RunRequest again = new RunRequest(
                earlier.task(),
                RunTrigger.RETRY,
                actor,
                reason,
                earlier.parameters(),
                earlier.subject(),
                earlier.dryRun(),
                id);
        task(again);
        return transitions.queue(again, earlier.attempt() + 1, null);
    }

    private RunView get(long id) {
        return records.find(id).orElseThrow(() -> new IllegalArgumentException("there is no run " + id));
    }

    private ScheduledTask task(RunRequest request) {
        return tasks.find(request.task())
                .orElseThrow(() -> new IllegalArgumentException("there is no task " + request.task()));
    }

    /** Tells the watchdogs that the command line is still there. */
    private boolean stillWaits(long id) {
        return database.sql("UPDATE job_run SET heartbeat_at = clock_timestamp() WHERE id = ? AND state = 'QUEUED'")
                        .param(id)
                        .update()
                == 1;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a run", e);
        }
    }
}
