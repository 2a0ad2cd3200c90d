package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.audit.SomeAuditLog;

/** In a database of its own: the others are never empty. */
class FirstAdministratorTest {

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final String name = "first_" + UUID.randomUUID().toString().replace('-', '_');
    private final DriverManagerDataSource home = database("postgres");
    private final DriverManagerDataSource fresh = database(name);
    private final JdbcClient accounts = JdbcClient.create(fresh);

    @BeforeEach
    void anEmptyHouse() {
        JdbcClient.create(home).sql("CREATE DATABASE " + name).update();
        Flyway.configure().dataSource(fresh).load().migrate();
    }

    @AfterEach
    void tornDown() {
        JdbcClient.create(home).sql("DROP DATABASE " + name + " WITH (FORCE)").update();
    }

    @Test
    void twoNodesThatStartAtOnceCreateOneAndShowItOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Future<?> one = nodes.submit(() -> start(together));
            Future<?> other = nodes.submit(() -> start(together));
            one.get();
            other.get();
        }
        assertThat(count()).isEqualTo(1);
        String shown = screen.toString(StandardCharsets.UTF_8);
        assertThat(shown).containsOnlyOnce("Пароль / password:");
        String password = shown.lines()
                .filter(line -> line.contains("password:"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        assertThat(encoder.matches(password, stored("password", String.class))).isTrue();
        assertThat(stored("must_change_password", Boolean.class)).isTrue();
    }

    @Test
    void aHouseWithPeopleGetsNobody() {
        seeds().add("olga", Set.of(Role.ADMIN), "some-good-phrase", false, false);
        node().run(new DefaultApplicationArguments());
        assertThat(count()).isEqualTo(1);
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theDemosAccountsDoNotSurviveInProduction() {
        seeds().add("admin", Set.of(Role.ADMIN), "admin", false, true);
        seeds().add("viewer", Set.of(Role.VIEWER), "viewer", false, true);
        node().run(new DefaultApplicationArguments());
        assertThat(count()).isEqualTo(1);
        assertThat(encoder.matches("admin", stored("password", String.class))).isFalse();
    }

    private Void start(CyclicBarrier together) throws Exception {
        FirstAdministrator node = node();
        together.await();
        node.run(new DefaultApplicationArguments());
        return null;
    }

    private FirstAdministrator node() {
        return new FirstAdministrator(
                seeds(),
                new AccountLock(accounts),
                SomeAuditLog.in(fresh),
                new TransactionTemplate(new JdbcTransactionManager(fresh)),
                new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    private AccountSeeds seeds() {
        return new AccountSeeds(accounts, encoder, Clock.systemUTC());
    }

    private long count() {
        return accounts.sql("SELECT count(*) FROM account").query(Long.class).single();
    }

    private <T> T stored(String column, Class<T> type) {
        return accounts.sql("SELECT " + column + " FROM account").query(type).single();
    }

    private static DriverManagerDataSource database(String name) {
        String url = System.getProperty("FREESPORT_DB_URL").replaceFirst("/postgres(?=\\?|$)", "/" + name);
        return new DriverManagerDataSource(url, System.getProperty("FREESPORT_DB_USER"), "");
    }
}
