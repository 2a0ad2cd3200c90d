package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.PasswordCheck.Door;

@ConsoleTest
class LockOutTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PasswordCheck check;

    @Autowired
    private ExchangeAccounts exchange;

    @Autowired
    private JdbcClient database;

    @Test
    void fourWrongPasswordsAreForgivenByARightOne() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        fail(name, 4);
        assertThat(tries(name)).isTrue();
        fail(name, 4);
        assertThat(tries(name)).isTrue();
    }

    @Test
    void theFifthLocksEvenTheRightPasswordOut() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        fail(name, 5);
        assertThat(tries(name)).isFalse();
        assertThat(audited(name, "access.login.locked")).isEqualTo(1);
    }

    @Test
    void aLockEndsByItself() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        fail(name, 5);
        database.sql("UPDATE account SET locked_until = clock_timestamp() - interval '1 second' WHERE name = :name")
                .param("name", name)
                .update();
        fail(name, 1);
        assertThat(tries(name)).isTrue();
    }

    @Test
    void triesWhileLockedDoNotProlongTheLock() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        fail(name, 5);
        Object before = lockedUntil(name);
        fail(name, 3);
        assertThat(lockedUntil(name)).isEqualTo(before).isNotNull();
    }

    @Test
    void wrongPasswordsOfLongAgoDoNotCount() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        fail(name, 4);
        database.sql("UPDATE account SET last_failed_at = clock_timestamp() - interval '1 hour' WHERE name = :name")
                .param("name", name)
                .update();
        fail(name, 4);
        assertThat(tries(name)).isTrue();
    }

    @Test
    void manyAtOnceGetNoMoreTriesThanOneAfterAnother() throws Exception {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Object>> tries = IntStream.range(0, 16)
                    .<Callable<Object>>mapToObj(_ -> () -> {
                        fail(name, 1);
                        return name;
                    })
                    .collect(Collectors.toList());
            for (var each : threads.invokeAll(tries)) {
                each.get();
            }
        }
        assertThat(auditedAs(name, "WRONG_PASSWORD")).isEqualTo(5);
        assertThat(auditedAs(name, "LOCKED")).isEqualTo(11);
    }

    @Test
    void theExchangeHasTheSameLock() {
        String name = SomeAccounts.fresh(application, Role.EXCHANGE);
        assertThat(exchange.authenticate(name, SomeAccounts.PASSWORD)).isPresent();
        IntStream.range(0, 5).forEach(_ -> exchange.authenticate(name, "wrong"));
        assertThat(exchange.authenticate(name, SomeAccounts.PASSWORD)).isEmpty();
    }

    @Test
    void theExchangeIsNotForPeople() {
        assertThat(exchange.authenticate("manager", "manager")).isEmpty();
        assertThat(exchange.authenticate("exchange", "exchange"))
                .hasValueSatisfying(actor -> assertThat(actor.name()).isEqualTo("exchange"));
        check.check("manager", "manager", Door.CONSOLE);
    }

    private void fail(String name, int times) {
        IntStream.range(0, times)
                .forEach(_ ->
                        assertThat(check.check(name, "wrong", Door.CONSOLE)).isNull());
    }

    private boolean tries(String name) {
        return check.check(name, SomeAccounts.PASSWORD, Door.CONSOLE) != null;
    }

    private Object lockedUntil(String name) {
        return database.sql("SELECT locked_until FROM account WHERE name = :name")
                .param("name", name)
                .query((row, _) -> row.getTimestamp(1))
                .single();
    }

    private long audited(String name, String action) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE subject = :subject AND action = :action")
                .param("subject", "account:" + name)
                .param("action", action)
                .query(Long.class)
                .single();
    }

    private long auditedAs(String name, String outcome) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE subject = :subject AND became = :outcome")
                .param("subject", "account:" + name)
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }
}
