package ru.freesport.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The console as another process on the test's database server, so that it can be killed like one. */
public final class ChildConsole {

    private static final Path FOLDER = Path.of("target", "children");

    private final Process process;
    private final Path output;
    private final Path errors;

    private ChildConsole(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** @param environment besides the address of the database */
    public static ChildConsole start(String databaseUrl, Map<String, String> environment, String... arguments) {
        return start(ConsoleApplication.class, classPath(false), databaseUrl, environment, arguments);
    }

    /** A program of the tests around the same application, for what no command does. */
    public static ChildConsole program(
            Class<?> program, String databaseUrl, Map<String, String> environment, String... arguments) {
        return start(program, classPath(true), databaseUrl, environment, arguments);
    }

    private static ChildConsole start(
            Class<?> program,
            String classPath,
            String databaseUrl,
            Map<String, String> environment,
            String... arguments) {
        try {
            Files.createDirectories(FOLDER);
            Path output = Files.createTempFile(FOLDER, "out-", ".txt");
            Path errors = Files.createTempFile(FOLDER, "err-", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath,
                    program.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("FREESPORT_DB_URL", databaseUrl);
            builder.environment().put("FREESPORT_DB_USER", System.getProperty("FREESPORT_DB_USER"));
            builder.environment().putAll(environment);
            return new ChildConsole(builder.start(), output, errors);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end and returns what went to standard output. */
    public String result() {
        int exitCode = waitForEnd();
        if (exitCode > 1) {
            throw new AssertionError("exit code " + exitCode + "\n" + read(output) + read(errors));
        }
        return read(output);
    }

    /** Waits for the end. */
    public int exitCode() {
        return waitForEnd();
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    private int waitForEnd() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the console did not end\n" + read(output) + read(errors));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Absolute, because Surefire may hand down a jar that names the others. */
    private static String classPath(boolean withTests) {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(paths.split(File.pathSeparator)).stream()
                .filter(path ->
                        withTests || !path.endsWith("test-classes") && !path.endsWith("test-classes" + File.separator))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();
    }
}
