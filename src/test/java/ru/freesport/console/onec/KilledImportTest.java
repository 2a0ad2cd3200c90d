package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.ChildConsole;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import that is killed, begun again and run once more ends in the state of one that nobody disturbed. */
class KilledImportTest {

    private static final int MANY = 100_000;
    private static final int FEW = 10_000;
    private static final Path FOLDER = Path.of("target", "killed-import");
    // a dead process keeps its lease as long as this; the default would only make the test wait
    private static final Map<String, String> IMPATIENT =
            Map.of("FREESPORT_JOBS_LEASETTL", "3s", "FREESPORT_JOBS_HEARTBEAT", "500ms");

    @BeforeAll
    static void generate() throws IOException {
        ExportGenerator.generate(export(MANY), MANY, 1, Shape.SLIM);
        ExportGenerator.generate(export(FEW), FEW, 1, Shape.SLIM);
    }

    @AfterAll
    static void tidyUp() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void killedInTheMiddleOfAHundredThousandProducts() {
        Database undisturbed = Database.create("undisturbed");
        Database disturbed = Database.create("disturbed");
        try {
            undisturbed.startImport(MANY).result();
            assertThat(undisturbed.analyzed())
                    .as("the server learned of tables that were empty while they grew")
                    .contains("price", "stock");

            ChildConsole first = disturbed.startImport(MANY);
            disturbed.awaitRead(first, "prices", MANY / 2);
            first.kill();
            assertThat(disturbed.read("prices")).isLessThan(undisturbed.read("prices"));
            assertThat(disturbed.read("rests")).isZero();

            JsonNode second = json(disturbed.startImport(MANY));
            assertThat(second.at("/counts/goods/created").asInt())
                    .as("what the killed run had made durable is kept")
                    .isZero();
            assertThat(second.at("/counts/rests/created").asInt()).isPositive();
            assertThat(disturbed.runs()).containsExactly("FAILED NODE_LOST", "COMPLETED_WITH_REJECTS");
            assertThat(CatalogueChecksums.of(disturbed.client))
                    .containsExactlyEntriesOf(CatalogueChecksums.of(undisturbed.client));

            JsonNode third = json(disturbed.startImport(MANY));
            assertThat(third.at("/status").asString()).isEqualTo("COMPLETED_WITH_REJECTS");
            assertThat(changes(third)).isZero();
            assertThat(CatalogueChecksums.of(disturbed.client))
                    .containsExactlyEntriesOf(CatalogueChecksums.of(undisturbed.client));
        } finally {
            undisturbed.drop();
            disturbed.drop();
        }
    }

    @Test
    void killedAtTheVeryBeginningAndAgainNearTheEnd() {
        Database undisturbed = Database.create("calm");
        Database disturbed = Database.create("killed_twice");
        try {
            ChildConsole reference = undisturbed.startImport(FEW);
            ChildConsole first = disturbed.startImport(FEW);
            disturbed.awaitRead(first, "groups", 1);
            first.kill();
            assertThat(disturbed.runs()).containsExactly("RUNNING");

            try (Hold stock = disturbed.hold("stock")) {
                ChildConsole second = disturbed.startImport(FEW);
                stock.awaitWaiter(second);
                assertThat(disturbed.read("prices")).isPositive();
                second.kill();
            }
            assertThat(disturbed.runs()).containsExactly("FAILED NODE_LOST", "RUNNING");

            disturbed.startImport(FEW).result();
            reference.result();
            assertThat(disturbed.runs())
                    .containsExactly("FAILED NODE_LOST", "FAILED NODE_LOST", "COMPLETED_WITH_REJECTS");
            assertThat(CatalogueChecksums.of(disturbed.client))
                    .containsExactlyEntriesOf(CatalogueChecksums.of(undisturbed.client));
        } finally {
            undisturbed.drop();
            disturbed.drop();
        }
    }

    private static Path export(int products) {
        return FOLDER.resolve("export-" + products);
    }

    private static JsonNode json(ChildConsole console) {
        return new JsonMapper().readTree(console.result());
    }

    private static long changes(JsonNode result) {
        return StreamSupport.stream(result.get("counts").spliterator(), false)
                .mapToLong(count ->
                        count.get("created").asLong() + count.get("changed").asLong())
                .sum();
    }

    /** A database of its own on the test's server. */
    private record Database(String name, String url, JdbcClient client) {

        /** Tables whose statistics the import asked for itself. */
        List<String> analyzed() {
            return client.sql("SELECT relname FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL")
                    .query(String.class)
                    .list();
        }

        static Database create(String name) {
            String whole = "killed_import_" + name;
            JdbcClient server = client(System.getProperty("FREESPORT_DB_URL"));
            server.sql("DROP DATABASE IF EXISTS " + whole + " WITH (FORCE)").update();
            server.sql("CREATE DATABASE " + whole).update();
            String url = System.getProperty("FREESPORT_DB_URL").replaceFirst("/postgres(?=\\?|$)", "/" + whole);
            return new Database(whole, url, client(url));
        }

        ChildConsole startImport(int products) {
            return ChildConsole.start(url, IMPATIENT, "import", export(products).toString(), "--json");
        }

        /** Rows of the kind which the youngest run has read and made durable. */
        long read(String kind) {
            return client.sql("""
                            SELECT coalesce(max(read), 0) FROM run_count
                            WHERE kind = ? AND run_id = (SELECT max(id) FROM job_run)""").param(kind).query(Long.class).single();
        }

        void awaitRead(ChildConsole console, String kind, long rows) {
            await().atMost(Duration.ofMinutes(3))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    // the tables come with the process
                    .ignoreExceptionsInstanceOf(DataAccessException.class)
                    .failFast("the import ended before it was killed", () -> !console.isAlive())
                    .until(() -> read(kind) >= rows);
        }

        /** Lets nobody write to a table, so that a process cannot get past that point before it is killed. */
        Hold hold(String table) {
            return Hold.of(url, table);
        }

        List<String> runs() {
            return client.sql("SELECT concat_ws(' ', state, error_type) FROM job_run ORDER BY id")
                    .query(String.class)
                    .list();
        }

        void drop() {
            client(System.getProperty("FREESPORT_DB_URL"))
                    .sql("DROP DATABASE " + name + " WITH (FORCE)")
                    .update();
        }

        private static JdbcClient client(String url) {
            return JdbcClient.create(new DriverManagerDataSource(url, System.getProperty("FREESPORT_DB_USER"), ""));
        }
    }

    /** A table locked against writers until closed. */
    private record Hold(Connection connection, JdbcClient client) implements AutoCloseable {

        static Hold of(String url, String table) {
            try {
                Connection connection = DriverManager.getConnection(url, System.getProperty("FREESPORT_DB_USER"), "");
                connection.setAutoCommit(false);
                JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                client.sql("LOCK TABLE " + table + " IN SHARE MODE").update();
                return new Hold(connection, client);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void awaitWaiter(ChildConsole console) {
            await().atMost(Duration.ofMinutes(3))
                    .failFast("the import ended before it was killed", () -> !console.isAlive())
                    .until(() -> client.sql(
                                            "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                                    .query(Long.class)
                                    .single()
                            > 0);
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
