package ru.freesport.console.onec.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.onec.files.SomeFtpServer.Trouble;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class FtpFilesTest {

    private static final String NAME = "orders_20261125120000_00000001.xml";

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private Circuits circuits;

    @Autowired
    private Messages messages;

    @Autowired
    private Blobs blobs;

    @TempDir
    private Path folder;

    private byte[] content;
    private long message;

    @BeforeEach
    void begin() throws IOException {
        reset();
        content = new byte[200_000];
        new Random(7).nextBytes(content);
        message = messages.store(new NewMessage(
                Message.Direction.OUT,
                "ftp",
                NAME,
                "application/xml",
                blobs.store(new ByteArrayInputStream(content)),
                Actor.system(),
                null,
                null));
    }

    @AfterEach
    void reset() {
        RunAs.actor(Actor.commandLine(), () -> {
            circuits.reset(FtpFiles.CIRCUIT, "test");
        });
    }

    @Test
    void aServerKilledInTheMiddleOfAnUploadHasNoHalfFileAndTheUploadGoesOnWhereItBroke() throws Exception {
        int port = SomeFtpServer.freePort();
        Process server = process(port, Trouble.HANGS);
        FtpFiles files = files(port, false, "");
        CompletableFuture<CallOutcome<Boolean>> upload =
                CompletableFuture.supplyAsync(() -> files.upload(NAME, content, message));
        Path part = folder.resolve("from-shop").resolve(NAME + ".part");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(part) && Files.size(part) == SomeFtpServer.TAKEN_BEFORE_TROUBLE);
        server.destroyForcibly().waitFor();
        assertThat(upload.join()).isInstanceOf(CallOutcome.Failed.class);
        assertThat(uploaded()).doesNotExist();

        try (SomeFtpServer again = new SomeFtpServer(port, folder, Trouble.NONE, null)) {
            reset();
            // bytes that only stay when the upload goes on behind them
            byte[] marked = content.clone();
            marked[0] ^= 1;
            Files.write(part, java.util.Arrays.copyOf(marked, SomeFtpServer.TAKEN_BEFORE_TROUBLE));
            assertThat(files.upload(NAME, content, message)).isInstanceOf(CallOutcome.Succeeded.class);
            assertThat(Files.readAllBytes(uploaded())).isEqualTo(marked);
            assertThat(files.upload(NAME, content, message)).isInstanceOf(CallOutcome.Succeeded.class);
            assertThat(folder.resolve("from-shop").toFile().list()).containsExactly(NAME);
        }
    }

    @Test
    void aServerThatCannotGoOnInTheMiddleGetsTheFileFromItsBeginning() throws Exception {
        try (SomeFtpServer server = new SomeFtpServer(0, folder, Trouble.NO_RESUME, null)) {
            Files.write(folder.resolve("from-shop").resolve(NAME + ".part"), new byte[500]);
            assertThat(files(server.port, false, "").upload(NAME, content, message))
                    .isInstanceOf(CallOutcome.Succeeded.class);
            assertThat(Files.readAllBytes(uploaded())).isEqualTo(content);
        }
    }

    @Test
    void aFullDiskIsAnOutageThatOpensTheCircuitAndLeavesNoHalfFile() throws Exception {
        try (SomeFtpServer server = new SomeFtpServer(0, folder, Trouble.DISK_FULL, null)) {
            FtpFiles files = files(server.port, false, "");
            failed(files.upload(NAME, content, message), CallError.SYSTEM_UNAVAILABLE);
            failed(files.upload(NAME, content, message), CallError.SYSTEM_UNAVAILABLE);
            assertThat(uploaded()).doesNotExist();
            assertThat(state()).isEqualTo(CircuitState.OPEN);
        }
    }

    @Test
    void anAccountThatMayNotWriteIsARefusalThatOpensNothing() throws Exception {
        try (SomeFtpServer server = new SomeFtpServer(0, folder, Trouble.READ_ONLY, null)) {
            FtpFiles files = files(server.port, false, "");
            for (int call = 0; call < 6; call++) {
                failed(files.upload(NAME, content, message), CallError.BUSINESS_LOGIC_ERROR);
            }
            assertThat(uploaded()).doesNotExist();
            assertThat(state()).isEqualTo(CircuitState.CLOSED);
        }
    }

    @Test
    void aWrongPasswordIsToldFromAnOutage() throws Exception {
        try (SomeFtpServer server = new SomeFtpServer(0, folder, Trouble.NONE, null)) {
            failed(
                    new FtpFiles(settings(server.port, "wrong", false, ""), calls).listed(),
                    CallError.AUTHENTICATION_FAILED);
        }
    }

    @Test
    void aServerThatSignedItsCertificateItselfIsRefusedUnlessItIsTrusted() throws Exception {
        SomeCertificate certificate = SomeCertificate.in(folder, "localhost");
        SomeCertificate other = SomeCertificate.in(folder, "elsewhere.example");
        try (SomeFtpServer server = new SomeFtpServer(0, folder, Trouble.NONE, certificate.keys());
                SomeFtpServer stranger = new SomeFtpServer(0, folder, Trouble.NONE, other.keys())) {
            failed(files(server.port, true, "").upload(NAME, content, message), CallError.AUTHENTICATION_FAILED);
            failed(files(server.port, true, other.certificate().toString()).listed(), CallError.AUTHENTICATION_FAILED);
            failed(
                    files(stranger.port, true, other.certificate().toString()).listed(),
                    CallError.AUTHENTICATION_FAILED);
            assertThat(uploaded()).doesNotExist();

            FtpFiles trusting =
                    files(server.port, true, certificate.certificate().toString());
            assertThat(trusting.upload(NAME, content, message)).isInstanceOf(CallOutcome.Succeeded.class);
            assertThat(Files.readAllBytes(uploaded())).isEqualTo(content);
            assertThat(trusting.listed()).isInstanceOf(CallOutcome.Succeeded.class);
        }
        assertThatThrownBy(() -> files(1, true, folder.resolve("no.pem").toString()))
                .isInstanceOf(RuntimeException.class);
    }

    private Path uploaded() {
        return folder.resolve("from-shop").resolve(NAME);
    }

    private CircuitState state() {
        return RunAs.system(() -> circuits.find(FtpFiles.CIRCUIT).orElseThrow().state());
    }

    private static void failed(CallOutcome<?> outcome, CallError error) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallOutcome.Failed.class,
                        failure -> assertThat(failure.error()).isEqualTo(error));
    }

    private FtpFiles files(int port, boolean tls, String certificate) {
        return new FtpFiles(settings(port, "onec", tls, certificate), calls);
    }

    private static FtpSettings settings(int port, String password, boolean tls, String certificate) {
        return new FtpSettings(
                "localhost",
                port,
                "onec",
                password,
                tls,
                certificate,
                "from-shop",
                "to-shop",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    private Process process(int port, Trouble trouble) throws IOException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath(),
                        SomeFtpServer.class.getName(),
                        Integer.toString(port),
                        folder.toString(),
                        trouble.name())
                .redirectError(folder.resolve("server.txt").toFile())
                .start();
        try (var said = server.inputReader()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                String line = said.readLine();
                return line == null || line.equals("ready");
            });
        }
        return server;
    }

    private static String classPath() {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return java.util.Arrays.stream(paths.split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();
    }
}
