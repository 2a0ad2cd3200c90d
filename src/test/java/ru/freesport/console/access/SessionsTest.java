package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class SessionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    private String name = "";
    private Browser person = new Browser(0);

    @BeforeEach
    void somebodyIsIn() {
        name = SomeAccounts.fresh(application, Role.VIEWER);
        person = new Browser(port);
        person.login(name, SomeAccounts.PASSWORD);
        assertThat(isIn(person)).isTrue();
    }

    @Test
    void aDisabledAccountIsOutSoon() {
        change(() -> accounts.disable(name, "left"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !isIn(person));
    }

    @Test
    void otherRolesWantANewLogin() {
        change(() -> accounts.setRoles(name, Set.of(Role.SUPPORT), "moved"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !isIn(person));
        person.login(name, SomeAccounts.PASSWORD);
        assertThat(isIn(person)).isTrue();
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        change(() -> accounts.setPassword(name, "handed-out-again", "forgotten"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !isIn(person));
    }

    private static void change(RunAs.Work<AccountChange, RuntimeException> act) {
        SomeChanges.done(RunAs.actor(Actor.commandLine(), act));
    }

    private static boolean isIn(Browser browser) {
        HttpResponse<String> answer = browser.get("/audit");
        return answer.statusCode() == 200;
    }
}
