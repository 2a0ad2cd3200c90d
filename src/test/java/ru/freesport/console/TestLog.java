package ru.freesport.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Keeps everything that a run of tests prints, for the last test to look through. */
public final class TestLog implements LauncherSessionListener {

    public static final Path FILE = Path.of("target", "test-output.log");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Files.createDirectories(FILE.getParent());
            OutputStream file = Files.newOutputStream(FILE);
            System.setOut(new PrintStream(new Tee(System.out, file), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new Tee(System.err, file), true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Tee extends OutputStream {

        private final PrintStream screen;
        private final OutputStream file;

        Tee(PrintStream screen, OutputStream file) {
            this.screen = screen;
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            screen.write(bytes, offset, length);
            file.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            screen.flush();
            file.flush();
        }
    }
}
