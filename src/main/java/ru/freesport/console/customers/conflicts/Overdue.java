package ru.freesport.console.customers.conflicts;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.Severity;

/** Calls once for each conflict that is not decided within its norm. */
@Component
public class Overdue {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final ConflictTransitions transitions;
    private final ApplicationEventPublisher events;

    Overdue(JdbcClient database, ConflictTransitions transitions, ApplicationEventPublisher events) {
        this.database = database;
        this.transitions = transitions;
        this.events = events;
    }

    private record Late(long id, ConflictState state, Severity severity) {}

    /** @return how many became overdue since the last call */
    public int call() {
        List<Late> late = database.sql("""
                        UPDATE customer_conflict SET escalated_at = clock_timestamp() WHERE id IN (
                            SELECT id FROM customer_conflict
                            WHERE state IN ('OPEN', 'CLAIMED', 'REOPENED') AND due_at < clock_timestamp()
                                AND escalated_at IS NULL
                            ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING id, state, severity""")
                .param(AT_ONCE)
                .query((row, _) -> new Late(
                        row.getLong(1), ConflictState.valueOf(row.getString(2)), Severity.valueOf(row.getString(3))))
                .list();
        late.forEach(one -> transitions.note(one.id, ConflictEvent.Kind.ESCALATED, one.state, null));
        for (Severity severity : Severity.values()) {
            List<Long> ids = late.stream()
                    .filter(one -> one.severity == severity)
                    .map(Late::id)
                    .toList();
            if (!ids.isEmpty()) {
                events.publishEvent(new ConflictsOverdue(severity, ids));
            }
        }
        return late.size();
    }
}
