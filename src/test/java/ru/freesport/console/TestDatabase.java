package ru.freesport.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.boot.SpringApplication;

/** One throw-away PostgreSQL for all tests of a run; every Spring context finds it as the configured database. */
public final class TestDatabase implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target/test-postgres").toAbsolutePath().toFile())
                    .setRegisterShutdownHook(false)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("client_connection_check_interval", "500ms")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_buffers", "256MB")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            System.setProperty("FREESPORT_DB_URL", server.getJdbcUrl("postgres", "postgres"));
            System.setProperty("FREESPORT_DB_USER", "postgres");
            // after the cached contexts, which say goodbye to it
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
