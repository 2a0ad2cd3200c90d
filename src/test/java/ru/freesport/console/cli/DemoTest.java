package ru.freesport.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.freesport.console.ChildConsole;

/** The main job, as its launcher starts it. */
class DemoTest {

    private static final String DATABASE = "demo_seeds";

    @TempDir
    private Path home;

    @AfterEach
    void dropDatabase() {
        server().sql("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)").update();
    }

    @Test
    void itSaysWhereItIsAndShowsConflictsOfEveryKind() throws IOException {
        server().sql("CREATE DATABASE " + DATABASE).update();
        int port = freePort();
        ChildConsole demo = ChildConsole.start(
                url(DATABASE),
                Map.of("FREESPORT_HOME", home.toString(), "MANAGEMENT_SERVER_PORT", "0"),
                "demo",
                "--port",
                "" + port);
        try {
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> demo.output().contains("Console ready at") || !demo.isAlive());
            assertThat(demo.output()).contains("Console ready at http://localhost:" + port);
            JdbcClient seeded = client(url(DATABASE));
            assertThat(kinds(seeded, "kind = 'IDENTITY'")).isPositive();
            assertThat(kinds(seeded, "proposal_id IS NOT NULL")).isEqualTo(1);
            assertThat(kinds(seeded, "state = 'REOPENED' AND returned = 1")).isEqualTo(1);
            assertThat(kinds(seeded, "due_at < now()")).isEqualTo(1);
            assertThat(seeded.sql("SELECT DISTINCT field FROM customer_conflict_field f"
                                    + " JOIN customer_conflict c ON c.id = f.conflict_id WHERE c.kind = 'FIELDS'")
                            .query(String.class)
                            .list())
                    .contains("EMAIL", "TAX_ID", "PHONE", "COMPANY_NAME", "LEGAL_ADDRESS", "LAST_NAME");
            assertThat(seeded.sql("SELECT DISTINCT field FROM customer_conflict_field WHERE base IS NOT NULL")
                            .query(String.class)
                            .list())
                    .as("fields on which both sides had agreed")
                    .contains("EMAIL", "PHONE", "COMPANY_NAME", "LEGAL_ADDRESS");
        } finally {
            demo.kill();
        }
    }

    private static int kinds(JdbcClient seeded, String condition) {
        return seeded.sql("SELECT count(*) FROM customer_conflict WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient server() {
        return client(System.getProperty("FREESPORT_DB_URL"));
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, System.getProperty("FREESPORT_DB_USER"), ""));
    }

    private static String url(String database) {
        return System.getProperty("FREESPORT_DB_URL").replaceFirst("/[^/?]*(\\?.*)?$", "/" + database);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
