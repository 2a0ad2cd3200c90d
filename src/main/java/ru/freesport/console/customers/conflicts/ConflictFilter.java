package ru.freesport.console.customers.conflicts;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Severity;

/**
 * Which conflicts a list shows.
 *
 * @param text a piece of the name, the conflict's number, or 1C's id; may be empty
 * @param state one exact state; null: all of the scope
 * @param field that collides; null: any
 * @param pattern all that can be decided together; null: any
 */
public record ConflictFilter(
        String text,
        Scope scope,
        @Nullable ConflictState state,
        @Nullable ConflictKind kind,
        @Nullable Severity severity,
        @Nullable CustomerField field,
        Owner owner,
        boolean isOverdue,
        boolean awaitsSecond,
        boolean isReturned,
        @Nullable String pattern) {

    public static final ConflictFilter WAITING = of(Scope.WAITING);
    public static final ConflictFilter ALL = of(Scope.ALL);

    public ConflictFilter {
        text = text.strip();
    }

    public enum Scope {
        /** A person must decide. */
        WAITING,
        /** Decided, not confirmed. */
        UNDER_WAY,
        CLOSED,
        ALL
    }

    public enum Owner {
        ANYBODY,
        ME,
        NOBODY
    }

    public static ConflictFilter of(Scope scope) {
        return new ConflictFilter("", scope, null, null, null, null, Owner.ANYBODY, false, false, false, null);
    }

    /** All waiting ones of a pattern. */
    public static ConflictFilter ofPattern(String pattern) {
        return new ConflictFilter(
                "", Scope.WAITING, null, null, null, null, Owner.ANYBODY, false, false, false, pattern);
    }

    /** What was searched may be personal and never goes to logs. */
    @Override
    public String toString() {
        return "scope " + scope + ", state " + state + ", kind " + kind + ", severity " + severity + ", field " + field
                + ", owner " + owner + (isOverdue ? ", overdue" : "") + (awaitsSecond ? ", awaits a second" : "")
                + (isReturned ? ", returned" : "") + (pattern == null ? "" : ", pattern " + pattern)
                + (text.isEmpty() ? "" : ", by a text");
    }
}
