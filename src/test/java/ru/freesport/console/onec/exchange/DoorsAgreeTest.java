package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.freesport.console.ChildConsole;
import ru.freesport.console.onec.CatalogueChecksums;

class DoorsAgreeTest {

    private static final Path EXPORT = Path.of("../shared/data/onec-real");
    private static final int CHUNK = 64 * 1024;
    private static final String USER = "some-1c";
    private static final List<String> KINDS = List.of(
            "groups",
            "units",
            "propertiesGoods",
            "propertiesOffers",
            "priceLists",
            "storages",
            "goods",
            "offers",
            "prices",
            "rests");

    @TempDir
    private Path home;

    @Test
    void theRealExportEndsInTheSameDatabaseByTheCommandLineAndByTheExchange() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(EXPORT), "the real export is not beside the project");
        JdbcClient byCommand = database("door_command");
        JdbcClient byExchange = database("door_exchange");
        int port = freePort();
        Map<String, String> ownHome = Map.of("FREESPORT_HOME", home.toString(), "FREESPORT_INBOX", "");
        // an empty shop: the demo brings goods of its own
        String password = ChildConsole.start(url("door_exchange"), ownHome, "user", "add", USER, "--role", "EXCHANGE")
                .result()
                .strip()
                .replace(USER + " ", "");
        Map<String, String> served = new HashMap<>(ownHome);
        served.put("SERVER_PORT", "" + port);
        served.put("MANAGEMENT_SERVER_PORT", "0");
        ChildConsole server = ChildConsole.start(url("door_exchange"), served, "run");
        try {
            ChildConsole.start(url("door_command"), ownHome, "import", EXPORT.toString(), "--json")
                    .result();
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> letsIn(port, password) || !server.isAlive());
            deliver(port, password);
            assertThat(CatalogueChecksums.of(byExchange)).containsExactlyEntriesOf(CatalogueChecksums.of(byCommand));
        } finally {
            server.kill();
            drop("door_command");
            drop("door_exchange");
        }
    }

    /** As 1C does: one archive in chunks, then an import call for each file in it, again while it says progress. */
    private static void deliver(int port, String password) throws Exception {
        Some1C onec = new Some1C(port, USER, password).begun();
        onec.inParts("v8_real.zip", zip(), CHUNK);
        for (String file : names()) {
            String reply = onec.importFile(file);
            while (reply.startsWith("progress")) {
                reply = onec.importFile(file);
            }
            assertThat(reply).as(file).startsWith("success");
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> onec.get("type=catalog&mode=complete").startsWith("success"));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(EXPORT)) {
            List<String> xml = files.filter(file -> file.toString().endsWith(".xml"))
                    .map(file -> EXPORT.relativize(file).toString())
                    .sorted()
                    .toList();
            return KINDS.stream()
                    .flatMap(kind -> xml.stream().filter(name -> name.startsWith(kind + "/")))
                    .toList();
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(EXPORT)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(EXPORT.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static JdbcClient database(String name) {
        drop(name);
        admin().sql("CREATE DATABASE " + name).update();
        return JdbcClient.create(new DriverManagerDataSource(url(name), "postgres", ""));
    }

    private static void drop(String name) {
        admin().sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").update();
    }

    private static JdbcClient admin() {
        return JdbcClient.create(new DriverManagerDataSource(System.getProperty("FREESPORT_DB_URL"), "postgres", ""));
    }

    private static String url(String database) {
        return System.getProperty("FREESPORT_DB_URL").replaceFirst("/[^/?]*(\\?.*)?$", "/" + database);
    }

    private static boolean letsIn(int port, String password) throws Exception {
        try {
            return new Some1C(port, USER, password).checkAuth().statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
