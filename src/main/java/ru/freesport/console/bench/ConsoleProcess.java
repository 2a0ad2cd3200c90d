package ru.freesport.console.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Another console, started with the java and the jar or class path of this one, and watched from outside. */
final class ConsoleProcess implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;
    private static final int MANAGEMENT_PORT_DISTANCE = 10;

    private final Process process;
    private final Path output;
    private long peakKilobytes = -1;

    private ConsoleProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param application the class with the main method
     * @param memory its heap, whole from the start, as java's -Xmx says it
     * @param output where its standard output goes; its errors go beside it
     */
    static ConsoleProcess start(
            Class<?> application, String memory, Map<String, String> environment, Path output, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ownOptions());
        command.add("-Xms" + memory);
        command.add("-Xmx" + memory);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, application.getName()));
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors(output).toFile());
        builder.environment().putAll(environment);
        return new ConsoleProcess(builder.start(), output);
    }

    /** What the launcher gave this java, besides its memory. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:") || option.startsWith("--"))
                .toList();
    }

    /** Waits until the process has printed the word. */
    void awaitOutput(String word, Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!output().contains(word)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The console did not say \"" + word + "\":\n" + output() + problems());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Waits for the end, looking at the memory meanwhile; returns what went to standard output. */
    String await() throws IOException, InterruptedException {
        do {
            peakKilobytes = Math.max(peakKilobytes, peakSoFar());
        } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        // 1: an import with rejected rows
        if (process.exitValue() > 1) {
            throw new IllegalStateException("The console ended with " + process.exitValue() + ":\n" + problems());
        }
        return output();
    }

    /** The most physical memory the process ever had; empty where the system does not tell. */
    OptionalLong peakBytes() {
        return peakKilobytes < 0 ? OptionalLong.empty() : OptionalLong.of(peakKilobytes * 1024);
    }

    /** Asks it to end, as a service is asked. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long peakSoFar() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | UncheckedIOException e) {
            return -1;
        }
    }

    private String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private String problems() throws IOException {
        return Files.readString(errors(output), StandardCharsets.UTF_8);
    }

    private static Path errors(Path output) {
        return output.resolveSibling(output.getFileName() + ".err");
    }

    /** One that has a free one in the management port's distance. */
    static int freePort() throws IOException {
        while (true) {
            try (ServerSocket port = new ServerSocket(0)) {
                int found = port.getLocalPort();
                try (ServerSocket _ = new ServerSocket(found + MANAGEMENT_PORT_DISTANCE)) {
                    return found;
                } catch (IOException taken) {
                    continue;
                }
            }
        }
    }
}
