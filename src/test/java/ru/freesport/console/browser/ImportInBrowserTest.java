package ru.freesport.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;

@ConsoleTest
class ImportInBrowserTest {

    private static final int PRODUCTS = 10_000;
    private static final long SEED = 77;
    private static final double RUN_LIMIT_MILLIS = 180_000;
    private static final Pattern DONE = Pattern.compile("Выполнено");

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void operationsStartAnImportAndSeeItMoveAndEndWithoutReloading() throws IOException {
        Path export = zip(ExportGenerator.generate(folder.resolve("export"), PRODUCTS, SEED, Shape.SLIM)
                .folder());
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("operations");
            chromium.open(page, "/sync");
            button(page, "Запустить").first().click();
            page.locator("vaadin-upload input[type=file]").setInputFiles(export);
            assertThat(page.locator("vaadin-upload-file[complete]")).hasCount(1);
            page.locator("vaadin-dialog textarea, vaadin-dialog-overlay textarea")
                    .first()
                    .fill("проверка в браузере");
            // a mark that only a reload would take away
            page.evaluate("window.stillTheSamePage = true");
            button(page, "Запустить").last().click();
            page.waitForURL(Pattern.compile(".*/sync/runs/\\d+.*"));

            Set<Double> seen = watch(page);
            assertThat(seen).as("positions of the progress bar").hasSizeGreaterThan(1);
            assertThat(page.locator("body")).containsText("Товары");
            assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
            assertThat(page.locator("body")).containsText(Pattern.compile("10.000|9.99\\d"));
        }
    }

    /** Notes where the bar stands until the run is over. */
    private static Set<Double> watch(Page page) {
        page.evaluate("""
                window.positions = [];
                window.watching = setInterval(() => {
                    const bar = document.querySelector('vaadin-progress-bar');
                    if (bar && !bar.indeterminate) { window.positions.push(bar.value); }
                }, 50);""");
        assertThat(page.locator("body"))
                .containsText(DONE, new LocatorAssertions.ContainsTextOptions().setTimeout(RUN_LIMIT_MILLIS));
        List<?> positions = (List<?>) page.evaluate("clearInterval(window.watching), window.positions");
        Set<Double> distinct = new TreeSet<>();
        positions.forEach(position -> distinct.add(((Number) position).doubleValue()));
        return distinct;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Path zip(Path export) throws IOException {
        Path archive = folder.resolve("export.zip");
        try (OutputStream bytes = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(export)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(export.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return archive;
    }
}
