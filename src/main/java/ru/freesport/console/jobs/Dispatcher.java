package ru.freesport.console.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes queued runs for this node, oldest first, and looks after those whose node died. */
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final DataSource dataSource;
    private final JdbcClient database;
    private final KnownTasks tasks;
    private final RunTransitions transitions;
    private final Recovery recovery;
    private final Runner runner;
    private final Node node;
    private final JobsSettings settings;
    private final Semaphore places;

    private volatile boolean isRunning;
    private @Nullable Thread loop;

    Dispatcher(
            DataSource dataSource,
            JdbcClient database,
            KnownTasks tasks,
            RunTransitions transitions,
            Recovery recovery,
            Runner runner,
            Node node,
            JobsSettings settings) {
        this.dataSource = dataSource;
        this.database = database;
        this.tasks = tasks;
        this.transitions = transitions;
        this.recovery = recovery;
        this.runner = runner;
        this.node = node;
        this.settings = settings;
        this.places = new Semaphore(settings.parallel());
    }

    @Override
    public synchronized void start() {
        if (!isRunning) {
            isRunning = true;
            loop = Thread.ofVirtual().name("dispatcher").start(this::keepListening);
        }
    }

    /** Takes no more runs; the runner sees to those that were taken. */
    @Override
    public synchronized void stop() {
        isRunning = false;
        Thread ending = loop;
        try {
            // an interrupt breaks the listening connection, so it is only for one that waits for a lost database
            if (ending != null && !ending.join(settings.poll().plusMillis(500))) {
                ending.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void keepListening() {
        while (isRunning) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (isRunning) {
                    LOG.warn("The dispatcher lost the database and tries again: {}", e.getMessage());
                    pauseAfterTrouble();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + RunTransitions.QUEUED);
            statement.execute("LISTEN " + RunTransitions.CANCEL);
            PGConnection notifications = connection.unwrap(PGConnection.class);
            long sweptAt = System.nanoTime() - settings.watch().toNanos();
            while (isRunning) {
                if (System.nanoTime() - sweptAt >= settings.watch().toNanos()) {
                    recovery.sweep();
                    sweptAt = System.nanoTime();
                }
                takeWaiting();
                hear(notifications.getNotifications(
                        Math.toIntExact(settings.poll().toMillis())));
            }
        } finally {
            forgetChannels(connection);
        }
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            if (RunTransitions.CANCEL.equals(notification.getName())) {
                runner.cancelled(Long.parseLong(notification.getParameter()));
            }
        }
    }

    private void takeWaiting() {
        Set<String> taken = new HashSet<>();
        for (Waiting waiting : waiting()) {
            ScheduledTask task = tasks.find(waiting.task()).orElseThrow();
            if (taken.contains(task.lease())) {
                continue;
            }
            if (!isRunning || !places.tryAcquire()) {
                return;
            }
            boolean isStarted = false;
            try {
                Optional<Lease> lease = transitions.claim(waiting.id(), task, node, settings.leaseTtl());
                // taken by us now or by somebody else: either way its next run has to wait
                taken.add(task.lease());
                if (lease.isPresent()) {
                    start(waiting.id(), lease.get(), task);
                    isStarted = true;
                }
            } finally {
                if (!isStarted) {
                    places.release();
                }
            }
        }
    }

    private void start(long runId, Lease lease, ScheduledTask task) {
        Thread.ofVirtual().name("run-" + runId).start(() -> {
            try {
                runner.work(runId, lease, task, RunWatcher.NONE);
            } finally {
                places.release();
            }
        });
    }

    private record Waiting(long id, String task, long place) {}

    /** The oldest of each task: those behind it need the same lease. */
    private List<Waiting> waiting() {
        return database
                .sql("""
                        SELECT DISTINCT ON (task) id, task, coalesce(place, id) AS place FROM job_run
                        WHERE state = 'QUEUED' AND pinned_node IS NULL AND task = ANY (?)
                        ORDER BY task, coalesce(place, id)
                        """)
                .param(tasks.names().toArray(String[]::new))
                .query((row, _) -> new Waiting(row.getLong("id"), row.getString("task"), row.getLong("place")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Waiting::place))
                .toList();
    }

    /** A connection that goes back to the pool must not go on collecting notifications. */
    private static void forgetChannels(Connection connection) throws SQLException {
        if (!connection.isValid(1)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    private void pauseAfterTrouble() {
        try {
            Thread.sleep(settings.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
