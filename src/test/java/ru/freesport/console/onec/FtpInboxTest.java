package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.SomeRunContext;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.files.FtpSettings;
import ru.freesport.console.onec.files.SomeFtpServer;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class FtpInboxTest {

    private static final Charset RUSSIAN = Charset.forName("windows-1251");

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private Circuits circuits;

    @Autowired
    private FtpIntake intake;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    private final String mark = SomeExport.mark();
    private final SomeRunContext run = new SomeRunContext(Map.of());
    private SomeFtpServer server;
    private Path inbox;

    @BeforeEach
    void begin() throws Exception {
        server = new SomeFtpServer(0, folder.resolve("ftp"), SomeFtpServer.Trouble.NONE, null);
        inbox = folder.resolve("ftp/to-shop");
        reset();
    }

    @AfterEach
    void stop() {
        server.close();
        reset();
    }

    @Test
    void aWholeFileIsTakenOnceByTwoNodesAndArchived() throws Exception {
        String name = goods("Мяч " + mark, StandardCharsets.UTF_8);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> look(new SomeRunContext(Map.of()))),
                        CompletableFuture.runAsync(() -> look(new SomeRunContext(Map.of()))))
                .join();
        assertThat(importsOf(name)).isEqualTo(1);
        assertThat(inbox.resolve("archive").resolve(name)).exists();
        assertThat(inbox.resolve(name)).doesNotExist();
        assertThat(nameOfGood()).isEqualTo("Мяч " + mark);
    }

    @Test
    void aFileThatStillGrowsIsNotTakenUntilItStandsStill() throws Exception {
        String name = goods("Мяч " + mark, StandardCharsets.UTF_8);
        AtomicBoolean isGrowing = new AtomicBoolean(true);
        CompletableFuture<Void> growing = CompletableFuture.runAsync(() -> {
            while (isGrowing.get()) {
                append(inbox.resolve(name), "\n");
                await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            }
        });
        look(run);
        assertThat(importsOf(name)).isZero();
        assertThat(inbox.resolve(name)).exists();
        isGrowing.set(false);
        growing.join();
        look(run);
        assertThat(importsOf(name)).isEqualTo(1);
    }

    @Test
    void aMarkerCallsOneFileWholeAndNotTheNextOfItsName() throws Exception {
        String name = goods("Мяч " + mark, StandardCharsets.UTF_8);
        Files.writeString(inbox.resolve(name + ".done"), "");
        look(run);
        assertThat(importsOf(name)).isEqualTo(1);
        assertThat(inbox.resolve(name + ".done")).doesNotExist();
        assertThat(inbox.resolve("archive").resolve(name)).exists();
    }

    @Test
    void killedBetweenTakingAndArchivingItIsNotTakenTwice() throws Exception {
        String name = goods("Мяч " + mark, StandardCharsets.UTF_8);
        look(run);
        assertThat(importsOf(name)).isEqualTo(1);
        // as if the node had died before it moved the file
        Files.move(inbox.resolve("archive").resolve(name), inbox.resolve(name));
        look(run);
        assertThat(importsOf(name)).isEqualTo(1);
        assertThat(inbox.resolve("archive").resolve(name)).exists();
    }

    @Test
    void killedBeforeTheImportWasBegunItIsTakenAgain() throws Exception {
        String name = goods("Мяч " + mark, StandardCharsets.UTF_8);
        database.sql("ALTER TABLE job_run ADD CONSTRAINT killed_here CHECK (subject <> '" + name + "') NOT VALID")
                .update();
        try {
            assertThatThrownBy(() -> look(run)).hasRootCauseInstanceOf(java.sql.SQLException.class);
        } finally {
            database.sql("ALTER TABLE job_run DROP CONSTRAINT killed_here").update();
        }
        assertThat(inbox.resolve(name)).exists();
        look(run);
        assertThat(importsOf(name)).isEqualTo(1);
        assertThat(nameOfGood()).isEqualTo("Мяч " + mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", ".", "../prices.xml", "/etc/passwd", "..\\..\\evil.xml", "a\nb.xml", "a\u0000.xml", ""})
    void aNameThatIsAPathIsNotFollowed(String name) {
        assertThat(FtpInboxTask.isPlain(name)).isFalse();
        assertThat(FtpInboxTask.isPlain(name + "x".repeat(300))).isFalse();
    }

    @Test
    void aHostileNameIsOnlyANameAndStopsNoOtherFile() throws Exception {
        String hostile = "'; DROP TABLE message; -- <script>" + mark + ".xml";
        Files.writeString(inbox.resolve(hostile), "<a/>");
        String name = goods("Мяч " + mark, StandardCharsets.UTF_8);
        assertThat(look(run)).isEqualTo(RunState.COMPLETED);
        assertThat(importsOf(hostile)).isEqualTo(1);
        assertThat(importsOf(name)).isEqualTo(1);
    }

    @Test
    void aFileInWindows1251IsRead() throws Exception {
        goods("Лыжи «Ёлка» " + mark, RUSSIAN);
        look(run);
        assertThat(nameOfGood()).isEqualTo("Лыжи «Ёлка» " + mark);
    }

    @Test
    void anArchiveIsTakenWithWhatIsInIt() throws Exception {
        String name = "export-" + mark + ".zip";
        try (OutputStream bytes = Files.newOutputStream(inbox.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("goods.xml"));
            zip.write(Files.readAllBytes(export("Коньки " + mark)));
            zip.closeEntry();
        }
        look(run);
        assertThat(importsOf(name)).isEqualTo(1);
        assertThat(nameOfGood()).isEqualTo("Коньки " + mark);
    }

    @Test
    void aFileServerThatIsAwayIsAFailureAndNotAnEmptyFolder() {
        server.close();
        assertThat(look(run)).isEqualTo(RunState.FAILED);
        assertThat(run.warnings).anyMatch(warning -> warning.startsWith("onec.event.inboxUnreachable"));
    }

    @Test
    void anAcknowledgementInAnyEncodingWithLinesThatSayNothingIsTakenAndArchived() throws Exception {
        String name = "orders_" + mark + ".xml.ack";
        Files.write(
                inbox.resolve(name),
                "order-%s;REJECTED;Нет склада\nчто-то\n;;\n".formatted(mark).getBytes(RUSSIAN));
        look(run);
        assertThat(run.warnings).containsExactly("onec.event.ackUnreadable " + List.of(name));
        assertThat(inbox.resolve("archive").resolve(name)).exists();
    }

    private RunState look(SomeRunContext context) {
        FtpSettings settings = new FtpSettings(
                "localhost",
                server.port,
                "onec",
                "onec",
                false,
                "",
                "from-shop",
                "to-shop",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
        try {
            return new FtpInboxTask(new FtpFiles(settings, calls), intake, new FtpInboxSettings(Duration.ofMillis(200)))
                    .run(context);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void reset() {
        RunAs.actor(Actor.commandLine(), () -> {
            circuits.reset(FtpFiles.CIRCUIT, "test");
        });
    }

    /** Leaves a goods file in the inbox; its name. */
    private String goods(String good, Charset charset) throws IOException {
        String name = "goods_" + mark + ".xml";
        String xml = Files.readString(export(good)).replace("UTF-8", charset.name());
        Files.write(inbox.resolve(name), xml.getBytes(charset));
        return name;
    }

    private Path export(String good) throws IOException {
        return SomeExport.ofChanges(mark).good("g", good).into(folder).resolve("goods.xml");
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private int importsOf(String name) {
        return database.sql("SELECT count(*) FROM job_run WHERE subject = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private String nameOfGood() {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(
                        () -> database.sql("SELECT name FROM product WHERE onec_id = ?")
                                .param(mark + "-g")
                                .query(String.class)
                                .optional()
                                .orElse(null),
                        java.util.Objects::nonNull);
    }
}
