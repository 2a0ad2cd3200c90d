package ru.freesport.console.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;

/**
 * Writes down who did what, from what to what, and why; an entry lives or dies with the transaction of the act.
 *
 * <p>An action is a code that starts with its module: {@code access.account.disabled}. The screen shows the text under
 * the key {@code access.audit.account.disabled} of that module's translations. A subject is what was acted on, its
 * kind first: {@code account:ivan}.
 */
@Service
public class AuditLog {

    private final JdbcClient database;

    AuditLog(JdbcClient database) {
        this.database = database;
    }

    @Transactional
    public void record(
            Actor actor,
            String action,
            String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {
        database.sql("""
                        INSERT INTO audit_entry (actor_kind, actor, action, subject, was, became, reason, address,
                            correlation_id)
                        VALUES (:kind, :actor, :action, :subject, :was, :became, :reason, :address, :correlation)
                        """)
                .param("kind", actor.kind().name())
                .param("actor", actor.name())
                .param("action", action)
                .param("subject", subject)
                .param("was", from)
                .param("became", to)
                .param("reason", reason)
                .param("address", networkAddress())
                .param("correlation", Correlation.current().orElse(null))
                .update();
    }

    private static @Nullable String networkAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
