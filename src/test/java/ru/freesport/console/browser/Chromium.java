package ru.freesport.console.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Without one the browser tests are skipped with a loud line, in CI they fail. */
final class Chromium implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    private Chromium(Playwright playwright, Browser browser, String address) {
        this.playwright = playwright;
        this.browser = browser;
        this.address = address;
    }

    static Chromium on(int port) {
        Optional<Path> program = program();
        if (program.isEmpty() && System.getenv("CI") == null) {
            System.err.println(
                    "!!! BROWSER TESTS SKIPPED: no chromium on PATH. Install it (apt install chromium). !!!");
            Assumptions.abort("no chromium on this machine");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow(
                                () -> new IllegalStateException("CI must have chromium: .ci/run installs it")))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chromium(playwright, browser, "http://localhost:" + port);
    }

    /** A window of somebody who has just logged in; password = name. */
    Page as(String user) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ru-RU").setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.navigate(address + "/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    void open(Page page, String path) {
        page.navigate(address + path);
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
