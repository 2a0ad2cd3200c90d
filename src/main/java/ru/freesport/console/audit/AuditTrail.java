package ru.freesport.console.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.shared.Actor;

/** Reads the audit log, newest first. */
@Service
public class AuditTrail {

    /** The expression of the index, to the letter. */
    private static final String CONTAINS = """
            WHERE (actor || ' ' || action || ' ' || subject || ' ' || coalesce(reason, '')) ILIKE :pattern
                OR correlation_id = :text
            """;

    private static final String SELECT = """
            SELECT id, at, actor_kind, actor, action, subject, was, became, reason, address, correlation_id
            FROM audit_entry
            """;

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /** The entries whose actor, action, subject or reason contains the text, or with this correlation id; an empty text finds all. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<AuditEntry> find(String text, int limit, long offset) {
        boolean all = text.isBlank();
        JdbcClient.StatementSpec query = database.sql(SELECT + (all ? "" : CONTAINS) + """
                        ORDER BY id DESC
                        LIMIT :limit OFFSET :offset
                        """)
                .param("limit", limit)
                .param("offset", offset);
        return (all
                        ? query
                        : query.param("pattern", "%" + literally(text.strip()) + "%")
                                .param("text", text.strip()))
                .query(AuditTrail::entry)
                .list();
    }

    /** What people did with one click, the earliest first. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<AuditEntry> together(String correlationId, int limit) {
        return database.sql(SELECT + "WHERE correlation_id = ? ORDER BY id LIMIT ?")
                .params(correlationId, limit)
                .query(AuditTrail::entry)
                .list();
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getString("action"),
                row.getString("subject"),
                row.getString("was"),
                row.getString("became"),
                row.getString("reason"),
                row.getString("address"),
                row.getString("correlation_id"));
    }
}
