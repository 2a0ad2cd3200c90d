package ru.freesport.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * A front page for tests that speak plain HTTP, when the real one was not built ({@code -Dvaadin.skip}): tests run in
 * production mode, so that none of them waits for npm.
 */
public final class TestFrontPage implements LauncherSessionListener {

    private static final String PAGE = "META-INF/VAADIN/webapp/index.html";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Path standIn = Path.of("target/test-classes", PAGE);
        try {
            if (Files.exists(Path.of("target/classes", PAGE))) {
                Files.deleteIfExists(standIn);
            } else {
                Files.createDirectories(standIn.getParent());
                Files.writeString(standIn, """
                        <!doctype html>
                        <html><head><script>0</script></head><body><div id="outlet"></div></body></html>
                        """);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
