package ru.freesport.console.onec;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.ConflictDecisions;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.Policies;
import ru.freesport.console.customers.sync.CustomerHandover;
import ru.freesport.console.shared.Actor;

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
    private final JdbcClient database;

    DemoConflicts(
            Customers customers,
            Conflicts conflicts,
            ConflictDecisions decisions,
            Policies policies,
            CustomerHandover handover,
            JdbcClient database) {
        this.customers = customers;
        this.conflicts = conflicts;
        this.decisions = decisions;
        this.policies = policies;
        this.handover = handover;
        this.database = database;
    }

    /** After both sides agreed, customers tell the shop something new. */
    void changeInTheShop() {
        RunAs.actor(Actor.storefront("demo-storefront"), () -> {
            change("vympel@example.org", fields(null, "+73432220311", null, null));
            change(
                    "ritm@example.org",
                    fields(null, null, null, "620014, г. Екатеринбург, ул. Малышева, д. 51, оф. 12"));
            change("zueva@example.org", fields("t.zueva@example.org", null, null, null));
            change("mayak@example.org", fields(null, null, "ООО «Маяк Спорт»", null));
            change("sprint@example.org", fields(null, null, "ООО «Спринт Плюс»", null));
        });
    }

    /** Does this while a person is asked about every phone and address. */
    <E extends Exception> void asking(Step<E> step) throws E {
        Map<CustomerField, Strategy> before = policies.inForce().strategies();
        asManager(() -> policy(ASKED_FOR_A_WHILE, "на время сверки телефонов и адресов"));
        step.run();
        asManager(() -> policy(before, "сверка окончена, снова по правилам"));
    }

    /** One is late, of one the first person has decided. */
    void lookAtThem() {
        database.sql("""
                        UPDATE customer_conflict SET opened_at = opened_at - interval '27 hours',
                            due_at = due_at - interval '27 hours' WHERE name LIKE '%Маяк%'""").update();
        asManager(() -> decide("Зуева", CustomerField.EMAIL, Choice.SHOP, "клиентка подтвердила почту по телефону"));
    }

    /** Decided for the shop, and 1C was told. */
    void decideAndTell() {
        asManager(() -> decide("Спринт", CustomerField.COMPANY_NAME, Choice.SHOP, "по выписке из ЕГРЮЛ"));
        database.sql("""
                        UPDATE customer_conflict SET hold_until = clock_timestamp() - interval '1 second'
                        WHERE name LIKE '%Спринт%' AND state = 'RESOLVED'""").update();
        database.sql("UPDATE customer SET send_after = NULL WHERE company_name LIKE '%Спринт%'")
                .update();
        String key = database.sql("SELECT onec_id FROM customer WHERE company_name LIKE '%Спринт%'")
                .query(String.class)
                .single();
        RunAs.system(() -> {
            if (!handover.prepared(List.of(key)).isEmpty()) {
                handover.taken(List.of(new CustomerHandover.Taken(key, null)));
            }
        });
    }

    private void change(String email, CustomerFields fields) {
        UUID id = database.sql("SELECT id FROM customer WHERE email = ?")
                .param(email)
                .query(UUID.class)
                .single();
        customers.change(id, fields);
    }

    private static CustomerFields fields(
            @Nullable String email, @Nullable String phone, @Nullable String company, @Nullable String legalAddress) {
        return new CustomerFields(null, email, phone, null, null, company, null, null, null, legalAddress, null);
    }

    private void policy(Map<CustomerField, Strategy> wanted, String reason) {
        policies.change(wanted, policies.inForce().version(), reason);
    }

    private void decide(String name, CustomerField field, Choice choice, String reason) {
        ConflictRow row = conflicts.page(ConflictFilter.WAITING, null, 100).stream()
                .filter(one -> one.name().contains(name))
                .findFirst()
                .orElseThrow();
        ConflictDetails details = conflicts.open(row.id()).orElseThrow();
        decisions.decide(row.id(), details.row().version(), List.of(FieldDecision.of(field, choice)), reason);
    }

    /** What happens meanwhile. */
    @FunctionalInterface
    interface Step<E extends Exception> {
        void run() throws E;
    }

    private static void asManager(Runnable work) {
        var before = SecurityContextHolder.getContext();
        var mine = SecurityContextHolder.createEmptyContext();
        mine.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "manager", null, AuthorityUtils.createAuthorityList(Role.MANAGER.authority())));
        SecurityContextHolder.setContext(mine);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
