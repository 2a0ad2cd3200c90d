package ru.freesport.console.customers.conflicts;

import java.util.HashMap;
import java.util.Map;

/** Turns a filter into conditions on {@code customer_conflict c} that its indexes answer. */
final class ConflictQuery {

    private static final String WAITING = "c.state IN ('OPEN', 'CLAIMED', 'REOPENED')";
    private static final int SHORTEST_TEXT = 3;

    private final StringBuilder conditions = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    /** @param me name of the person who looks */
    ConflictQuery(ConflictFilter filter, String me) {
        switch (filter.scope()) {
            case WAITING -> and(WAITING);
            case UNDER_WAY -> and("c.state IN ('RESOLVED', 'SENT')");
            case CLOSED -> and("c.state IN ('CONFIRMED', 'DISMISSED')");
            case ALL -> {}
        }
        if (filter.state() != null) {
            and("c.state = :state", "state", filter.state().name());
        }
        if (filter.kind() != null) {
            and("c.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.severity() != null) {
            and("c.severity = :severity", "severity", filter.severity().name());
        }
        if (filter.field() != null) {
            and(
                    "c.fields @> ARRAY[CAST(:field AS text)]",
                    "field",
                    filter.field().name());
        }
        switch (filter.owner()) {
            case ANYBODY -> {}
            case ME -> and("c.claimed_by = :me AND c.state = 'CLAIMED'", "me", me);
            case NOBODY -> and("(c.claimed_by IS NULL OR c.claimed_until < clock_timestamp())");
        }
        if (filter.isOverdue()) {
            and(WAITING + " AND c.due_at < clock_timestamp()");
        }
        if (filter.awaitsSecond()) {
            and("c.proposal_id IS NOT NULL");
        }
        if (filter.isReturned()) {
            and("c.returned > 0");
        }
        if (filter.pattern() != null) {
            and("c.pattern = :pattern", "pattern", filter.pattern());
        }
        text(filter.text());
    }

    private void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        values.put("like", text.length() < SHORTEST_TEXT ? "" : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        values.put("id", text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1L);
        and("""
                c.id IN (SELECT id FROM customer_conflict WHERE name ILIKE :like
                    UNION SELECT :id
                    UNION SELECT id FROM customer_conflict WHERE onec_id = :text)""", "text", text);
    }

    /** Only what stands below this one in the order of the queue. */
    void after(long id) {
        and("(c.due_at, c.id) > (SELECT due_at, id FROM customer_conflict WHERE id = :after)", "after", id);
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private void and(String condition) {
        conditions.append(" AND ").append(condition);
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        values.put(name, value);
    }
}
