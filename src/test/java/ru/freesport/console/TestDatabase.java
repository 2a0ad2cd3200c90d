package ru.freesport.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** One throw-away PostgreSQL for all tests of a run; every Spring context finds it as the configured database. */
public final class TestDatabase implements LauncherSessionListener {

    private @Nullable EmbeddedPostgres server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target/test-postgres").toAbsolutePath().toFile())
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("client_connection_check_interval", "500ms")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_buffers", "256MB")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            System.setProperty("FREESPORT_DB_URL", server.getJdbcUrl("postgres", "postgres"));
            System.setProperty("FREESPORT_DB_USER", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
