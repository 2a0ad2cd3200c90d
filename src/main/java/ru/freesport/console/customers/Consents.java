package ru.freesport.console.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.shared.Actor;

/** What customers agreed to: facts that are only added; the latest of a kind holds. */
@Service
@Transactional
public class Consents {

    private final JdbcClient database;
    private final CurrentUser user;

    Consents(JdbcClient database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    /**
     * @param given false: it was withdrawn
     * @param text version of the text that was shown
     * @return whether there is such a customer
     */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM', 'ADMIN', 'MANAGER', 'SUPPORT')")
    public boolean add(UUID customer, ConsentKind kind, boolean given, @Nullable String text) {
        return database.sql("""
                        INSERT INTO customer_consent (customer_id, kind, given, actor_kind, actor, text)
                        SELECT id, :kind, :given, :actorKind, :actor, :text FROM customer WHERE id = :customer""")
                        .param("customer", customer)
                        .param("kind", kind.name())
                        .param("given", given)
                        .param("actorKind", user.actor().kind().name())
                        .param("actor", user.actor().name())
                        .param("text", text)
                        .update()
                > 0;
    }

    /** Newest first. */
    @PreAuthorize(CustomerList.MAY_LOOK)
    @Transactional(readOnly = true)
    public List<Consent> of(UUID customer) {
        return database.sql("SELECT * FROM customer_consent WHERE customer_id = ? ORDER BY id DESC")
                .param(customer)
                .query((row, _) -> new Consent(
                        ConsentKind.valueOf(row.getString("kind")),
                        row.getBoolean("given"),
                        row.getTimestamp("at").toInstant(),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                        row.getString("text")))
                .list();
    }
}
