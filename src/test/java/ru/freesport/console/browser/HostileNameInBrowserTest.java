package ru.freesport.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.conflicts.SomeConflicts;

/** A name that wants to be a script, a formula, endless and backwards is a name on every screen and in every file. */
@ConsoleTest
class HostileNameInBrowserTest {

    private static final String MARKS = "\u202E\u2067назад";
    private static final String ATTACK =
            "=cmd|'/c calc'!A1<script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">" + MARKS;
    private static final String NAME = ATTACK + "я".repeat(4_000 - ATTACK.length());

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Test
    void listDetailAndFilesShowItAndNothingMore() throws IOException {
        SomeConflicts some = SomeConflicts.of(beans);
        Customer customer = some.company();
        long id = some.of(customer, Map.of(CustomerField.COMPANY_NAME, NAME));
        database.sql("UPDATE customer SET company_name = ? WHERE id = ?")
                .params(NAME, customer.id())
                .update();
        database.sql("UPDATE customer_conflict SET name = ? WHERE id = ?")
                .params(NAME, id)
                .update();
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("manager");
            shows(chromium, page, "/customers?q=" + customer.code(), "vaadin-grid");
            files(page);
            shows(chromium, page, "/customers/" + customer.id(), ".facts-table");
            shows(chromium, page, "/conflicts?q=" + id, "vaadin-grid");
            files(page);
            shows(chromium, page, "/conflicts/" + id, ".field-review");
            page.keyboard().press("3");
            assertThat(page.locator(".field-result input")).hasValue(NAME);
            harmless(page);
        }
    }

    private static void shows(Chromium chromium, Page page, String address, String place) {
        chromium.open(page, address);
        assertThat(page.locator(place).first()).containsText("=cmd|'/c calc'!A1<script>window.hacked=1</script>");
        harmless(page);
    }

    private static void harmless(Page page) {
        assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(page.locator("img[src=x]")).hasCount(0);
        Object wider = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
        assertThat(wider).as("the page is not pushed aside").isEqualTo(false);
    }

    private void files(Page page) throws IOException {
        byte[] csv = get(page, "CSV");
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("'=cmd|'/c calc'!A1<script>")
                .doesNotContain(";=cmd")
                .doesNotContain("\n=cmd");
        Path file = Files.write(folder.resolve("list.xlsx"), get(page, "Excel"));
        StringBuilder sheet = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                sheet.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(sheet.toString())
                .contains("&lt;script")
                .doesNotContain("<f>")
                .doesNotContain("<script>");
    }

    private static byte[] get(Page page, String link) {
        Locator anchor = page.locator(".download-links a")
                .filter(new Locator.FilterOptions().setHasText(link))
                .first();
        return page.request()
                .get(page.url().replaceAll("/(customers|conflicts).*", "/") + anchor.getAttribute("href"))
                .body();
    }
}
