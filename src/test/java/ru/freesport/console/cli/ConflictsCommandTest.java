package ru.freesport.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.ConflictIntake;
import ru.freesport.console.customers.conflicts.SomeConflicts;

@ConsoleTest
class ConflictsCommandTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private ConflictIntake intake;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SomeConflicts some;
    private Customer customer;

    @BeforeEach
    void fixtures() {
        some = new SomeConflicts(database, customers, intake);
        customer = some.company();
    }

    @Test
    void whatWaitsIsListedWithoutContacts() {
        long id = conflict(CustomerField.EMAIL, "buh@example.org");
        assertThat(run("list", "--limit", "100000")).isZero();
        assertThat(out.toString())
                .contains(" " + id + " OPEN", customer.companyName())
                .doesNotContain("buh@");
        assertThat(run("list", "--limit", "100000", "--json")).isZero();
        assertThat(out.toString()).contains("\"id\":" + id + ",\"kind\":\"FIELDS\"");
    }

    @Test
    void aConflictIsDecidedByAStrategyAndOnlyOnce() {
        long id = conflict(CustomerField.COMPANY_NAME, "ООО Финиш");
        assertThat(run("resolve", "" + id, "--strategy", "onec_wins", "--reason", "выписка из ЕГРЮЛ"))
                .isZero();
        assertThat(now().companyName()).isEqualTo("ООО Финиш");
        assertThat(out.toString()).contains("decided");
        assertThat(run("resolve", "" + id, "--strategy", "PLATFORM_WINS", "--reason", "ещё раз"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("was quicker");
        assertThat(now().companyName()).isEqualTo("ООО Финиш");
    }

    @Test
    void anEmailStillTakesASecondPerson() {
        long id = conflict(CustomerField.EMAIL, "buh@example.org");
        assertThat(run("resolve", "" + id, "--strategy", "ONEC_WINS", "--reason", "звонил бухгалтер"))
                .isZero();
        assertThat(out.toString()).contains("second person");
        assertThat(now().email()).isEqualTo(customer.email());
    }

    @Test
    void whatCannotBeDecidedSaysWhyAndEndsWithTwo() {
        long id = conflict(CustomerField.COMPANY_NAME, "ООО Финиш");
        assertThat(run("resolve", "" + id, "--strategy", "MERGE_SMART", "--reason", "x"))
                .isEqualTo(2);
        assertThat(run("resolve", "" + id, "--strategy", "MANUAL_REVIEW", "--reason", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("leaves conflict " + id + " to a person");
        assertThat(run("resolve", "999999999", "--strategy", "ONEC_WINS", "--reason", "x"))
                .isEqualTo(2);
        assertThat(run("resolve", "" + id, "--strategy", "ONEC_WINS")).isEqualTo(2);
    }

    private long conflict(CustomerField field, String onec) {
        return some.of(customer, Map.of(field, onec), Strategy.MANUAL_REVIEW);
    }

    private Customer now() {
        return RunAs.system(() -> customers.find(customer.id()).orElseThrow());
    }

    private int run(String... arguments) {
        return new CommandLine(new ConflictsCommand(_ -> asIfOpened()))
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
}
