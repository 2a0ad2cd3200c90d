package ru.freesport.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/** One line of the audit log as people read it. */
public record AuditEntry(
        long id,
        Instant at,
        Actor actor,
        String action,
        String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String correlationId) {}
