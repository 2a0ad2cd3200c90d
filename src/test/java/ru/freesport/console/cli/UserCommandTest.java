package ru.freesport.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.ExchangeAccounts;

@ConsoleTest
class UserCommandTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ExchangeAccounts exchange;

    @Autowired
    private JdbcClient database;

    private final String name = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAddedAccountWorksWithThePasswordThatWasPrinted() {
        assertThat(run("add", name, "--role", "exchange")).isZero();

        String[] printed = out.toString().strip().split(" ");
        assertThat(printed[0]).isEqualTo(name);
        assertThat(exchange.authenticate(name, printed[1])).isPresent();
    }

    @Test
    void aNewPasswordReplacesTheOldOneAndLiftsTheLock() {
        run("add", name, "--role", "EXCHANGE");
        String old = out.toString().strip().split(" ")[1];
        for (int i = 0; i < 5; i++) {
            exchange.authenticate(name, "wrong");
        }
        assertThat(run("password", name)).isZero();

        String[] printed = out.toString().strip().split("\\s+");
        assertThat(exchange.authenticate(name, old)).isEmpty();
        assertThat(exchange.authenticate(name, printed[printed.length - 1])).isPresent();
    }

    @Test
    void aDisabledAccountIsListedAsSuch() {
        run("add", name, "--role", "VIEWER,FINANCE");
        assertThat(run("disable", name, "--reason", "left the company")).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).containsPattern(name + " +disabled +FINANCE,VIEWER");
        assertThat(run("list", "--json")).isZero();
        assertThat(out.toString()).contains("\"name\":\"" + name + "\"").doesNotContain("{bcrypt}");
        assertThat(reasons()).isEqualTo("left the company");
    }

    @Test
    void whatIsRefusedSaysWhyAndEndsWithTwo() {
        assertThat(run("disable", "nobody-" + name, "--reason", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("no such account");
        assertThat(run("add", "имя", "--role", "VIEWER")).isEqualTo(2);
        assertThat(err.toString()).contains("Latin letters");
        assertThat(run("add", name)).isEqualTo(2);
        assertThat(run("disable", name)).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new UserCommand(_ -> asIfOpened()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** The command closes what it opened; the tests' own context must live on. */
    private GenericApplicationContext asIfOpened() {
        var context = new GenericApplicationContext(application);
        context.refresh();
        return context;
    }

    private String reasons() {
        return database.sql(
                        "SELECT reason FROM audit_entry WHERE subject = :subject AND action = 'access.account.disabled'"
                                + " AND actor_kind = 'COMMAND_LINE'")
                .param("subject", "account:" + name)
                .query(String.class)
                .single();
    }
}
