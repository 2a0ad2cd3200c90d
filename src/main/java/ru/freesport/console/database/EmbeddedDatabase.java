package ru.freesport.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL inside the home folder. Several processes may use it at once (the console and a management command):
 * each holds a shared lock on a file, the first starts the server, the last to leave stops it. A server that outlived
 * a killed console is found by its pid file and used again.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private final FileChannel usersFile;
    private FileLock inUse;
    private final int port;

    private EmbeddedDatabase(Path home, FileChannel usersFile, FileLock inUse, int port) {
        this.home = home;
        this.usersFile = usersFile;
        this.inUse = inUse;
        this.port = port;
    }

    static EmbeddedDatabase open(Path folder) {
        try {
            Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
            try (FileChannel starting = lockFile(home, "database.starting");
                    FileLock _ = starting.lock()) {
                FileChannel users = lockFile(home, "database.users");
                FileLock inUse = users.lock(0, Long.MAX_VALUE, true);
                Integer running = PostmasterFile.livePort(home.resolve("pg"));
                int port = running != null && answers(running) ? running : start(home);
                return new EmbeddedDatabase(home, users, inUse, port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + folder + " does not start", e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Leaves the server; the last one out stops it. */
    @Override
    public void close() {
        try (FileChannel starting = lockFile(home, "database.starting");
                FileLock _ = starting.lock()) {
            inUse.release();
            FileLock alone = usersFile.tryLock();
            if (alone != null) {
                stop();
                alone.release();
            }
            usersFile.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL could not be stopped: {}", e.getMessage());
        }
    }

    private static FileChannel lockFile(Path home, String name) throws IOException {
        return FileChannel.open(
                home.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static int start(Path home) throws IOException {
        int port = freePort();
        // its own object is let go on purpose: the server belongs to the folder, not to this process
        EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("pg-binaries").toFile())
                .setDataDirectory(home.resolve("pg"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "localhost")
                // the library starts it with -F, for tests: a machine that loses its power must not lose the shop
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("maintenance_work_mem", "128MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // a killed client's statement must not go on working: facts/speed.md
                .setServerConfig("client_connection_check_interval", "500ms")
                .start();
        LOG.info("Embedded PostgreSQL started in {} on port {}", home, port);
        return port;
    }

    private void stop() throws IOException {
        Path control = PostmasterFile.controlProgram(home.resolve("pg-binaries"));
        ProcessBuilder pgCtl = new ProcessBuilder(asUsualUser(List.of(
                control.toString(), "-D", home.resolve("pg").toString(), "stop", "-m", "fast", "-w", "-t", "30")));
        pgCtl.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process stopping = pgCtl.start();
        try {
            stopping.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL refuses to be driven by root; a user name space makes root an ordinary user to it. */
    private static List<String> asUsualUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("unshare", "-U"), command.stream())
                .toList();
    }

    private static boolean answers(int port) {
        try (var _ = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "")) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
