package ru.freesport.console.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.shared.Correlation;

/** Works on claimed runs in this process; the one place where what a task throws is caught. */
class Runner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final JdbcClient database;
    private final Leases leases;
    private final RunRecords records;
    private final RunRows rows;
    private final RunTransitions transitions;
    private final Recovery recovery;
    private final JobsSettings settings;
    private final Map<Long, RunExecution> executions = new ConcurrentHashMap<>();
    private volatile boolean isStopping;

    Runner(
            JdbcClient database,
            Leases leases,
            RunRecords records,
            RunRows rows,
            RunTransitions transitions,
            Recovery recovery,
            JobsSettings settings) {
        this.database = database;
        this.leases = leases;
        this.records = records;
        this.rows = rows;
        this.transitions = transitions;
        this.recovery = recovery;
        this.settings = settings;
    }

    /** Works in the calling thread until the run has ended. */
    void work(long runId, Lease lease, ScheduledTask task, RunWatcher watcher) {
        RunView run = records.find(runId).orElseThrow();
        RunExecution execution = new RunExecution(run, lease, leases, records);
        RunPulse pulse = new RunPulse(
                execution,
                database,
                leases,
                rows,
                settings,
                () -> records.find(runId).ifPresent(watcher::progressed));
        executions.put(runId, execution);
        if (isStopping) {
            execution.askToStop(RunExecution.Stop.NODE_STOPS);
        }
        String correlation = run.correlationId() == null ? Correlation.fresh() : run.correlationId();
        try (var _ = MDC.putCloseable("run", Long.toString(runId));
                Correlation _ = Correlation.named(correlation)) {
            Thread.ofVirtual().name("pulse-" + runId).start(pulse);
            RunOutcome outcome = outcome(execution, task);
            // what interrupted the task must not interrupt the record of it
            boolean wasInterrupted = Thread.interrupted();
            record(execution, pulse, outcome);
            if (wasInterrupted && execution.stop() != RunExecution.Stop.LEASE_LOST) {
                Thread.currentThread().interrupt();
            }
        } finally {
            executions.remove(runId);
        }
    }

    private RunOutcome outcome(RunExecution execution, ScheduledTask task) {
        try {
            execution.checkpoint();
            RunState state = task.run(execution);
            if (!state.isOutcome()) {
                throw new IllegalStateException("task " + task.name() + " ended as " + state);
            }
            return RunOutcome.of(state);
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            if (isStop(e)) {
                return execution.stop() == RunExecution.Stop.NODE_STOPS
                        ? RunOutcome.stopped()
                        : RunOutcome.of(RunState.CANCELLED);
            }
            LOG.error("Run {} of {} failed", execution.runId(), task.name(), e);
            return RunOutcome.failed(e);
        }
    }

    /** Tasks with threads of their own pass a checkpoint's refusal on inside other exceptions. */
    private static boolean isStop(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunCancelled) {
                return true;
            }
        }
        return false;
    }

    private void record(RunExecution execution, RunPulse pulse, RunOutcome outcome) {
        try {
            pulse.end();
            boolean isRecorded = outcome.isStopped()
                    ? recovery.stopped(execution.runId(), execution.lease(), outcome)
                    : transitions.finish(execution.runId(), execution.lease(), outcome);
            if (!isRecorded) {
                LOG.warn("Run {} was taken over; its end as {} counts for nothing", execution.runId(), outcome.state());
            }
        } catch (RuntimeException e) {
            // the lease runs out and a watchdog sees to the run
            LOG.error("Run {} ended as {} but that could not be recorded", execution.runId(), outcome.state(), e);
        }
    }

    void cancelled(long runId) {
        RunExecution execution = executions.get(runId);
        if (execution != null) {
            execution.askToStop(RunExecution.Stop.CANCELLED);
        }
    }

    @Override
    public void start() {
        isStopping = false;
    }

    /** Lets the runs come to a safe point; those that do not are found by a watchdog when their lease has run out. */
    @Override
    public void stop() {
        isStopping = true;
        executions.values().forEach(execution -> execution.askToStop(RunExecution.Stop.NODE_STOPS));
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!executions.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !isStopping;
    }
}
