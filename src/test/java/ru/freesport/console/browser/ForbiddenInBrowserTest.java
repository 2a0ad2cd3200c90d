package ru.freesport.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
class ForbiddenInBrowserTest {

    @LocalServerPort
    private int port;

    @Test
    void aViewerIsToldThatTheUsersAreNotForHim() {
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("viewer");
            chromium.open(page, "/settings/users");
            assertThat(page.locator("body")).containsText("Нет доступа");
            assertThat(page.locator("vaadin-grid")).hasCount(0);
        }
    }

    @Test
    void aViewerLooksAtTheExchangeAndIsOfferedNothingToDo() {
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("viewer");
            chromium.open(page, "/sync");
            assertThat(page.locator("body")).containsText("Каталог из 1С");
            assertThat(page.getByText("Запустить", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(0);
            assertThat(page.getByText("Пробный запуск", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(0);
        }
    }
}
