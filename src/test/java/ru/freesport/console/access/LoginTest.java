package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class LoginTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Test
    void aDemoAccountComesInAndGetsANewSession() {
        Browser browser = new Browser(port);
        browser.get("/login");
        String before = browser.sessionId();

        HttpResponse<String> answer = browser.login("viewer", "viewer");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error").doesNotContain("login"));
        assertThat(browser.sessionId()).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void theNameIsFoundHoweverItIsTyped() {
        assertThat(isIn(new Browser(port).login(" Viewer ", "viewer"))).isTrue();
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        String locked = SomeAccounts.fresh(application, Role.VIEWER);
        String disabled = SomeAccounts.fresh(application, Role.VIEWER);
        RunAs.actor(
                Actor.commandLine(),
                () -> SomeChanges.done(application.getBean(Accounts.class).disable(disabled, "left")));
        for (int i = 0; i < 5; i++) {
            new Browser(port).login(locked, "wrong");
        }

        HttpResponse<String> wrong = new Browser(port).login("viewer", "wrong");
        assertThat(isIn(wrong)).isFalse();
        for (HttpResponse<String> other : new HttpResponse[] {
            new Browser(port).login(locked, SomeAccounts.PASSWORD),
            new Browser(port).login(disabled, SomeAccounts.PASSWORD),
            new Browser(port).login("nobody-of-that-name", "wrong"),
            new Browser(port).login("exchange", "exchange"),
            new Browser(port).login("viewer", "x".repeat(100_000)),
            new Browser(port).login("", "")
        }) {
            assertThat(other.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(other.headers().firstValue("Location"))
                    .isEqualTo(wrong.headers().firstValue("Location"));
            assertThat(other.body()).isEqualTo(wrong.body());
        }
        new Browser(port).login("viewer", "viewer");
    }

    @Test
    void aFormWithoutItsTokenIsAskedAgainAndLogsNobodyIn() {
        Browser browser = new Browser(port);
        browser.get("/login");

        HttpResponse<String> answer = browser.post("/login", Map.of("username", "viewer", "password", "viewer"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?stale"));
        assertThat(browser.get("/settings/users").statusCode()).isEqualTo(302);
    }

    @Test
    void logoutWithoutATokenIsRefused() {
        Browser browser = new Browser(port);
        browser.login("viewer", "viewer");

        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLoginPage() {
        HttpResponse<String> answer = new Browser(port).get("/settings/users");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && !answer.headers().firstValue("Location").orElse("").contains("/login");
    }
}
