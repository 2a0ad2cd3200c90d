package ru.freesport.console.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens on PostgreSQL channels over one connection that is opened with the first follower and reopened when lost. */
@Component
public class ChannelListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelListener.class);
    private static final int WAIT_MILLIS = 250;
    private static final Duration PAUSE_AFTER_LOSS = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean stopped;

    ChannelListener(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Calls {@code changed} on another thread, at most twice a second, with the payloads since the last call.
     *
     * @return ends it
     */
    public Runnable subscribe(String channel, Consumer<Set<String>> changed) {
        Follower follower = new Follower(channel, changed);
        followers.add(follower);
        startThread();
        return () -> followers.remove(follower);
    }

    private synchronized void startThread() {
        if (thread == null && !stopped) {
            thread = Thread.ofPlatform().daemon().name("live-updates").start(this::listen);
        }
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                follow(connection);
            } catch (SQLException | IllegalStateException e) {
                if (!stopped) {
                    LOG.warn("Live updates lost the database, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        Set<String> listening = new HashSet<>();
        try {
            while (!stopped) {
                listenToNew(connection, listening);
                PGNotification[] news = postgres.getNotifications(WAIT_MILLIS);
                for (PGNotification one : news == null ? new PGNotification[0] : news) {
                    followers.forEach(follower -> follower.heard(one.getName(), one.getParameter()));
                }
                long now = System.nanoTime();
                followers.forEach(follower -> follower.tellIfDue(now));
            }
        } finally {
            if (!connection.isClosed()) {
                execute(connection, "UNLISTEN *");
            }
        }
    }

    private void listenToNew(Connection connection, Set<String> listening) throws SQLException {
        for (Follower follower : followers) {
            if (listening.add(follower.channel())) {
                execute(connection, "LISTEN \"" + follower.channel().replace("\"", "\"\"") + "\"");
                followers.stream()
                        .filter(other -> other.channel().equals(follower.channel()))
                        .forEach(Follower::mayHaveMissed);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_LOSS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    @Override
    public void start() {
        stopped = false;
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (thread != null) {
            try {
                thread.join(Duration.ofMillis(4L * WAIT_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }
}
