package ru.freesport.console.jobs;

import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/** One run being worked on in this process: what its task reports, and whether it may go on. */
class RunExecution implements RunContext {

    /** Why a run has to stop; the first cause stands, only a lost lease overrides. */
    enum Stop {
        NO,
        CANCELLED,
        NODE_STOPS,
        LEASE_LOST
    }

    private final RunView run;
    private final Lease lease;
    private final Leases leases;
    private final RunRecords records;
    private final Thread worker = Thread.currentThread();
    private final LongAdder rows = new LongAdder();

    private volatile Stop stop = Stop.NO;
    private volatile Progress progress = new Progress(null, 0, 0);
    private volatile @Nullable Object summary;

    record Progress(@Nullable String phase, long done, long total) {}

    RunExecution(RunView run, Lease lease, Leases leases, RunRecords records) {
        this.run = run;
        this.lease = lease;
        this.leases = leases;
        this.records = records;
    }

    Lease lease() {
        return lease;
    }

    Progress progress() {
        return progress;
    }

    long rowsDone() {
        return rows.sum();
    }

    @Nullable Object figures() {
        return summary;
    }

    Stop stop() {
        return stop;
    }

    synchronized void askToStop(Stop cause) {
        if (stop == Stop.NO) {
            stop = cause;
        }
    }

    /** Whatever the task does now must not be waited for: it is refused anyway. */
    synchronized void loseLease() {
        if (stop != Stop.LEASE_LOST) {
            stop = Stop.LEASE_LOST;
            worker.interrupt();
        }
    }

    @Override
    public void checkpoint() {
        switch (stop) {
            case NO -> {}
            case CANCELLED, NODE_STOPS -> throw new RunCancelled();
            case LEASE_LOST -> throw new LeaseLost(lease.name());
        }
    }

    @Override
    public void fence(Connection transaction) {
        leases.fence(lease, transaction);
    }

    @Override
    public void phase(String translationKey) {
        progress = new Progress(Objects.requireNonNull(translationKey), 0, 0);
    }

    @Override
    public void progress(long done, long total) {
        progress = new Progress(progress.phase(), done, total);
    }

    @Override
    public void rows(long more) {
        rows.add(more);
    }

    @Override
    public void note(String translationKey, Object... args) {
        records.addEvent(run.id(), Actor.system(), RunEvent.Kind.NOTE, translationKey, args);
    }

    @Override
    public void warn(String translationKey, Object... args) {
        records.addEvent(run.id(), Actor.system(), RunEvent.Kind.WARNING, translationKey, args);
    }

    @Override
    public void summary(Object figures) {
        summary = Objects.requireNonNull(figures);
    }

    @Override
    public long runId() {
        return run.id();
    }

    @Override
    public RunTrigger trigger() {
        return run.trigger();
    }

    @Override
    public Actor actor() {
        return run.actor();
    }

    @Override
    public Map<String, String> parameters() {
        return run.parameters();
    }

    @Override
    public boolean isDryRun() {
        return run.dryRun();
    }

    @Override
    public boolean isReleased() {
        return run.released();
    }

    @Override
    public int attempt() {
        return run.attempt();
    }
}
