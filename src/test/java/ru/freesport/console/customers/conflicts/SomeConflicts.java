package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.Registration;
import ru.freesport.console.customers.compare.Collisions;
import ru.freesport.console.customers.compare.Settlement;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.compare.Trio;

/** Customers that 1C disagrees about, for one test. */
public final class SomeConflicts {

    private final JdbcClient database;
    private final Customers customers;
    private final ConflictIntake intake;

    public SomeConflicts(JdbcClient database, Customers customers, ConflictIntake intake) {
        this.database = database;
        this.customers = customers;
        this.intake = intake;
    }

    public static SomeConflicts of(ApplicationContext beans) {
        return new SomeConflicts(
                beans.getBean(JdbcClient.class), beans.getBean(Customers.class), beans.getBean(ConflictIntake.class));
    }

    public Customer company() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Customer made = RunAs.system(() -> ((Registration.Done) customers.register(new CustomerFields(
                        CustomerType.COMPANY,
                        "zakupki-" + mark + "@example.org",
                        "8 (916) 123-45-67",
                        null,
                        null,
                        "ООО «Старт " + mark + "»",
                        "7707083893",
                        "770701001")))
                .customer());
        String onecId = "onec-" + mark;
        database.sql("UPDATE customer SET onec_id = ?, sync_state = 'SYNCED' WHERE id = ?")
                .params(onecId, made.id())
                .update();
        database.sql("INSERT INTO counterparty (onec_id, customer_id, name, type) VALUES (?, ?, ?, 'COMPANY')")
                .params(onecId, made.id(), made.companyName())
                .update();
        return RunAs.system(() -> customers.find(made.id()).orElseThrow());
    }

    /** 1C says these values of the customer, and nothing was agreed yet. */
    public long of(Customer customer, Map<CustomerField, String> onec) {
        return of(customer, onec, Strategy.MANUAL_REVIEW);
    }

    public long of(Customer customer, Map<CustomerField, String> onec, Strategy strategy) {
        RunAs.system(() -> intake.found(List.of(found(customer, onec, strategy))));
        database.sql("UPDATE customer SET sync_state = 'CONFLICT' WHERE id = ?")
                .param(customer.id())
                .update();
        return database.sql("""
                        SELECT id FROM customer_conflict
                        WHERE onec_id = ? AND state NOT IN ('CONFIRMED', 'DISMISSED')""").param(customer.onecId()).query(Long.class).single();
    }

    /** A company of 1C that may be this customer or another; returns the question's number. */
    public long question(Customer candidate, Map<CustomerField, String> onec) {
        String onecId = UUID.randomUUID().toString();
        database.sql("INSERT INTO counterparty (onec_id, name, type) VALUES (?, ?, 'COMPANY')")
                .params(onecId, onec.get(CustomerField.COMPANY_NAME))
                .update();
        FoundConflict found = new FoundConflict(
                onecId,
                null,
                String.valueOf(onec.get(CustomerField.COMPANY_NAME)),
                onec.entrySet().stream()
                        .map(one -> new FoundConflict.Field(
                                new Trio(one.getKey(), null, null, one.getValue(), null, null),
                                null,
                                null,
                                null,
                                Instant.now(),
                                "run:1",
                                Strategy.MANUAL_REVIEW,
                                0,
                                new Settlement(true, null, null, null)))
                        .toList(),
                List.of(new FoundConflict.CandidateFound(candidate.id(), List.of(MatchKey.TAX_ID))));
        RunAs.system(() -> intake.found(List.of(found)));
        return database.sql("SELECT id FROM customer_conflict WHERE onec_id = ?")
                .param(onecId)
                .query(Long.class)
                .single();
    }

    public static FoundConflict found(Customer customer, Map<CustomerField, String> onec, Strategy strategy) {
        return new FoundConflict(
                String.valueOf(customer.onecId()),
                customer.id(),
                customer.name(),
                onec.entrySet().stream()
                        .map(one -> field(customer, one.getKey(), one.getValue(), strategy))
                        .toList(),
                List.of());
    }

    private static FoundConflict.Field field(
            Customer customer, CustomerField field, @Nullable String onec, Strategy strategy) {
        Trio trio = new Trio(field, null, customer.value(field), onec, customer.createdAt(), null);
        return new FoundConflict.Field(
                trio, null, null, null, Instant.now(), "run:1", strategy, 0, Collisions.settle(trio, strategy));
    }
}
