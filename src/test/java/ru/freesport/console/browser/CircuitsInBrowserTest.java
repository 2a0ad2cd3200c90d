package ru.freesport.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class CircuitsInBrowserTest {

    private static final double SOON_MILLIS = 2_000;

    @LocalServerPort
    private int port;

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private Circuits circuits;

    @AfterEach
    void reset() {
        RunAs.actor(Actor.commandLine(), () -> {
            circuits.reset(OnecCircuits.ORDERS, "test");
        });
    }

    @Test
    void theOpeningAndTheClosingAreOnTheScreenWithinTwoSecondsWithoutReloading() {
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("operations");
            chromium.open(page, "/circuits");
            Locator card =
                    page.locator("article.circuit-card").filter(new Locator.FilterOptions().setHasText("1С: заказы"));
            assertThat(card).containsText("Замкнута: обмен по HTTP");
            Locator banner = page.locator(".circuit-banner");
            // a mark that only a reload would take away
            page.evaluate("window.stillTheSamePage = true");

            for (int call = 0; call < 2; call++) {
                calls.call(PartnerCall.reading(OnecCircuits.ORDERS, "GET /ping"), _ -> {
                    throw new ConnectException("Connection refused");
                });
            }
            soon(card, "Разомкнута: обмен файлами");
            soon(card, "Система недоступна");
            soon(banner, "1С: заказы");

            reset();
            soon(card, "Замкнута: обмен по HTTP");
            assertThat(banner).not().isVisible();

            RunAs.actor(Actor.commandLine(), () -> {
                circuits.open(OnecCircuits.ORDERS, "Обновление 1С", Duration.ofMinutes(5));
            });
            soon(card, "Разомкнута вручную: обмен файлами");
            soon(card, "Обновление 1С");
            soon(banner, "разомкнута вручную до");
            assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
        }
    }

    private static void soon(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS));
    }
}
