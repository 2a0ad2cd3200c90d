package ru.freesport.console.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;

/** Applications of businesses: approved with a wholesale level, or refused with a reason. Only people decide them. */
@Service
@PreAuthorize("hasAnyRole('ADMIN', 'MANAGER')")
@Transactional
public class Verifications {

    private final JdbcClient database;
    private final CurrentUser user;
    private final AuditLog audit;

    Verifications(JdbcClient database, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.user = user;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Decided {
        DONE,
        /** Somebody changed the customer meanwhile: look again. */
        CHANGED,
        /** There is no application, or the reason is missing. */
        REFUSED
    }

    /**
     * The customer buys wholesale from now on.
     *
     * @param version of the customer that the person looked at
     * @param level 1 to 3
     */
    public Decided approve(UUID customer, long version, int level, @Nullable String reason) {
        CustomerLevel wholesale = CustomerLevel.wholesale(level);
        return decided(
                database.sql("""
                        UPDATE customer SET verification = 'VERIFIED', verification_level = :number, verification_reason = :reason,
                            verified_by = :by, verified_at = now(), role = 'WHOLESALE', level = :level,
                            changed_at = now(), version = version + 1
                        WHERE id = :id AND version = :version AND verification IN ('PENDING', 'REFUSED', 'VERIFIED')
                            AND type <> 'PERSON'""").param("number", level).param("level", wholesale.name()),
                customer,
                version,
                "customers.verified",
                wholesale.name(),
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    /** The customer stays with retail prices and is not told to 1C. */
    public Decided refuse(UUID customer, long version, String reason) {
        if (reason.isBlank()) {
            return Decided.REFUSED;
        }
        return decided(database.sql("""
                        UPDATE customer SET verification = 'REFUSED', verification_level = NULL, verification_reason = :reason,
                            verified_by = :by, verified_at = now(), role = 'RETAIL', level = 'RETAIL',
                            changed_at = now(), version = version + 1
                        WHERE id = :id AND version = :version AND verification IN ('PENDING', 'VERIFIED')"""), customer, version, "customers.refused", null, reason.strip());
    }

    private Decided decided(
            JdbcClient.StatementSpec update,
            UUID customer,
            long version,
            String act,
            @Nullable String became,
            @Nullable String reason) {
        int changed = update.param("id", customer)
                .param("version", version)
                .param("reason", reason)
                .param("by", user.name())
                .update();
        if (changed == 0) {
            boolean isSame = database.sql("SELECT EXISTS (SELECT FROM customer WHERE id = ? AND version = ?)")
                    .params(customer, version)
                    .query(Boolean.class)
                    .single();
            return isSame ? Decided.REFUSED : Decided.CHANGED;
        }
        audit.record(user.actor(), act, "customer:" + customer, null, became, reason);
        return Decided.DONE;
    }
}
