package ru.freesport.console.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one execution alive in the eyes of the others: renews its lease, writes its progress, hears of a cancellation. */
class RunPulse implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunPulse.class);

    /** Twice a second is what an eye can follow and what people's screens are sent at most. */
    private static final Duration BEAT = Duration.ofMillis(500);

    private final RunExecution execution;
    private final JdbcClient database;
    private final Leases leases;
    private final RunRows rows;
    private final JobsSettings settings;
    private final Runnable onProgress;

    private boolean isOver;
    private long renewedAt = System.nanoTime();
    private RunExecution.@Nullable Progress written;
    private long rowsWritten;
    private @Nullable Object figuresWritten;

    RunPulse(
            RunExecution execution,
            JdbcClient database,
            Leases leases,
            RunRows rows,
            JobsSettings settings,
            Runnable onProgress) {
        this.execution = execution;
        this.database = database;
        this.leases = leases;
        this.rows = rows;
        this.settings = settings;
        this.onProgress = onProgress;
    }

    @Override
    public void run() {
        try {
            while (waitForBeat()) {
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean waitForBeat() throws InterruptedException {
        if (!isOver) {
            wait(BEAT.toMillis());
        }
        return !isOver;
    }

    /** Stops the beat and writes the last figures; to be called by the worker. */
    void end() {
        synchronized (this) {
            isOver = true;
            notifyAll();
        }
        writeProgress();
    }

    private void beat() {
        try {
            if (System.nanoTime() - renewedAt >= settings.heartbeat().toNanos()) {
                renew();
            }
            writeProgress();
        } catch (RuntimeException e) {
            LOG.warn("Run {} could not tell how it goes: {}", execution.runId(), e.getMessage());
            if (System.nanoTime() - renewedAt >= settings.leaseTtl().toNanos()) {
                execution.loseLease();
            }
        }
    }

    private void renew() {
        long before = System.nanoTime();
        boolean isOurs = leases.renew(execution.lease(), settings.leaseTtl());
        var isCancelled = database.sql("""
                        UPDATE job_run SET heartbeat_at = clock_timestamp()
                        WHERE id = ? AND state = 'RUNNING' AND fencing_token = ?
                        RETURNING cancel_requested_at IS NOT NULL
                        """)
                .params(execution.runId(), execution.lease().token())
                .query(Boolean.class)
                .optional();
        if (!isOurs || isCancelled.isEmpty()) {
            execution.loseLease();
            return;
        }
        renewedAt = before;
        if (isCancelled.get()) {
            execution.askToStop(RunExecution.Stop.CANCELLED);
        }
    }

    private synchronized void writeProgress() {
        RunExecution.Progress now = execution.progress();
        long rowsDone = execution.rowsDone();
        Object figures = execution.figures();
        if (now == written && rowsDone == rowsWritten && figures == figuresWritten) {
            return;
        }
        database.sql("""
                        WITH changed AS (
                            UPDATE job_run
                            SET phase = :phase, progress_done = :done, progress_total = :total, rows_done = :rows,
                                summary = coalesce(:summary::jsonb, summary)
                            WHERE id = :id AND state = 'RUNNING' AND fencing_token = :token
                            RETURNING id)
                        SELECT pg_notify(:channel, id::text) FROM changed
                        """)
                .param("phase", now.phase())
                .param("done", now.done())
                .param("total", now.total())
                .param("rows", rowsDone)
                .param("summary", figures == null ? null : rows.json(figures))
                .param("id", execution.runId())
                .param("token", execution.lease().token())
                .param("channel", RunTransitions.CHANGED)
                .query((row, _) -> true)
                .list();
        written = now;
        rowsWritten = rowsDone;
        figuresWritten = figures;
        onProgress.run();
    }
}
