package ru.freesport.console.customers.conflicts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes together with a conflict's state: columns to SQL values. */
final class ConflictMove {

    private final ConflictState next;
    private final ConflictEvent.Kind kind;
    private final @Nullable String text;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private boolean isContentNew = true;

    private ConflictMove(ConflictState next, ConflictEvent.Kind kind, @Nullable String text) {
        this.next = next;
        this.kind = kind;
        this.text = text;
    }

    static ConflictMove to(ConflictState next, ConflictEvent.Kind kind, @Nullable String text) {
        return new ConflictMove(next, kind, text);
    }

    /** Who decides with what they saw before is not disturbed by it. */
    ConflictMove withoutNewContent() {
        isContentNew = false;
        return this;
    }

    ConflictMove claimedBy(String who, Duration length) {
        values.put("claimant", who);
        values.put("claim", (double) length.toSeconds());
        columns.put("claimed_by", ":claimant");
        columns.put("claimed_at", "clock_timestamp()");
        columns.put("claimed_until", "clock_timestamp() + make_interval(secs => :claim)");
        return this;
    }

    ConflictMove unclaimed() {
        columns.put("claimed_by", "NULL");
        columns.put("claimed_at", "NULL");
        columns.put("claimed_until", "NULL");
        return this;
    }

    ConflictMove proposal(@Nullable Long decision) {
        values.put("proposal", decision);
        columns.put("proposal_id", "CAST(:proposal AS bigint)");
        return this;
    }

    ConflictMove decision(@Nullable Long decision) {
        values.put("decision", decision);
        columns.put("decision_id", "CAST(:decision AS bigint)");
        return this;
    }

    ConflictMove held(@Nullable Duration length) {
        values.put("hold", length == null ? null : (double) length.toSeconds());
        columns.put("hold_until", "clock_timestamp() + make_interval(secs => CAST(:hold AS double precision))");
        return this;
    }

    ConflictMove now(String column) {
        columns.put(column, "clock_timestamp()");
        return this;
    }

    /** Its norm of time runs anew. */
    ConflictMove dueIn(Duration norm) {
        values.put("norm", (double) norm.toSeconds());
        columns.put("due_at", "clock_timestamp() + make_interval(secs => :norm)");
        columns.put("escalated_at", "NULL");
        return this;
    }

    ConflictMove returnedOnce() {
        columns.put("returned", "returned + 1");
        return this;
    }

    ConflictMove set(String column, String parameter, @Nullable Object value) {
        values.put(parameter, value);
        columns.put(column, ":" + parameter);
        return this;
    }

    ConflictState next() {
        return next;
    }

    ConflictEvent.Kind kind() {
        return kind;
    }

    @Nullable String text() {
        return text;
    }

    String assignments() {
        StringBuilder sql = new StringBuilder("state = :next");
        columns.forEach(
                (column, value) -> sql.append(", ").append(column).append(" = ").append(value));
        if (isContentNew) {
            sql.append(", changed_at = clock_timestamp(), version = version + 1");
        }
        return sql.toString();
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
