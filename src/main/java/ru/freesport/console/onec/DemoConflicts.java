package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.OnBehalf;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.ConflictDecisions;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.Policies;
import ru.freesport.console.customers.sync.CustomerHandover;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to the demo's conflicts before anybody looks at them: values that both sides had agreed on and then changed,
 * one that is late, one that waits for a second person, one that 1C brought back. All of it goes the way it goes in a
 * shop; only the clock is put forward.
 */
@Component
@Profile("demo")
class DemoConflicts {

    private static final Map<CustomerField, Strategy> ASKED_FOR_A_WHILE =
            Map.of(CustomerField.PHONE, Strategy.MANUAL_REVIEW, CustomerField.LEGAL_ADDRESS, Strategy.MANUAL_REVIEW);

    private final Customers customers;
    private final Conflicts conflicts;
    private final ConflictDecisions decisions;
    private final Policies policies;
    private final CustomerHandover handover;
    private final OnBehalf onBehalf;
    private final JdbcClient database;
    private final Story story;

    DemoConflicts(
            Customers customers,
            Conflicts conflicts,
            ConflictDecisions decisions,
            Policies policies,
            CustomerHandover handover,
            OnBehalf onBehalf,
            JdbcClient database,
            JsonMapper json,
            @Value("classpath:demo/disputes.json") Resource story)
            throws IOException {
        this.customers = customers;
        this.conflicts = conflicts;
        this.decisions = decisions;
        this.policies = policies;
        this.handover = handover;
        this.onBehalf = onBehalf;
        this.database = database;
        try (InputStream written = story.getInputStream()) {
            this.story = json.readValue(written, Story.class);
        }
    }

    /**
     * Customers by their INN.
     *
     * @param changes what they tell the shop
     * @param asked why a person is asked about every phone and address, and {@code askedNoMore} why not any more
     */
    private record Story(
            List<Change> changes, String asked, String askedNoMore, String late, Decided proposed, Decided returned) {}

    private record Change(String taxId, CustomerFields fields) {}

    private record Decided(String taxId, String reason) {}

    /** After both sides agreed, customers tell the shop something new. */
    void changeInTheShop() {
        RunAs.actor(
                Actor.storefront("demo-storefront"),
                () -> story.changes.forEach(change -> customers.change(customer(change.taxId), change.fields)));
    }

    /** Does this while a person is asked about every phone and address. */
    <E extends Exception> void asking(Step<E> step) throws E {
        Map<CustomerField, Strategy> before = policies.inForce().strategies();
        asManager(() -> policy(ASKED_FOR_A_WHILE, story.asked));
        step.run();
        asManager(() -> policy(before, story.askedNoMore));
    }

    /** What happens meanwhile. */
    @FunctionalInterface
    interface Step<E extends Exception> {
        void run() throws E;
    }

    /** One is late, of one the first person has decided. */
    void lookAtThem() {
        database.sql("""
                        UPDATE customer_conflict SET opened_at = opened_at - interval '27 hours',
                            due_at = due_at - interval '27 hours' WHERE customer_id = ?""").param(customer(story.late)).update();
        asManager(() -> decideForTheShop(story.proposed, CustomerField.EMAIL));
    }

    /** Decided for the shop, and 1C was told. */
    void decideAndTell() {
        asManager(() -> decideForTheShop(story.returned, CustomerField.COMPANY_NAME));
        UUID customer = customer(story.returned.taxId);
        database.sql("""
                        UPDATE customer_conflict SET hold_until = clock_timestamp() - interval '1 second'
                        WHERE customer_id = ? AND state = 'RESOLVED'""").param(customer).update();
        String key = database.sql("UPDATE customer SET send_after = NULL WHERE id = ? RETURNING onec_id")
                .param(customer)
                .query(String.class)
                .single();
        RunAs.system(() -> {
            if (!handover.prepared(List.of(key)).isEmpty()) {
                handover.taken(List.of(new CustomerHandover.Taken(key, null)));
            }
        });
    }

    private UUID customer(String taxId) {
        return database.sql("SELECT id FROM customer WHERE tax_id = ?")
                .param(taxId)
                .query(UUID.class)
                .single();
    }

    private void policy(Map<CustomerField, Strategy> wanted, String reason) {
        policies.change(wanted, policies.inForce().version(), reason);
    }

    private void decideForTheShop(Decided decided, CustomerField field) {
        long id = database.sql("SELECT max(id) FROM customer_conflict WHERE customer_id = ?")
                .param(customer(decided.taxId))
                .query(Long.class)
                .single();
        long version = conflicts.open(id).orElseThrow().row().version();
        decisions.decide(id, version, List.of(FieldDecision.of(field, Choice.SHOP)), decided.reason);
    }

    private void asManager(Runnable work) {
        onBehalf.of("manager", () -> {
            work.run();
            return work;
        });
    }
}
