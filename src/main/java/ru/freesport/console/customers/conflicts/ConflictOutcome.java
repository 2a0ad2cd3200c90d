package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;

/** What became of an act on a conflict. */
public sealed interface ConflictOutcome {

    /** It is as the person wanted; the details are the new ones. */
    record Done(ConflictDetails details) implements ConflictOutcome {}

    /** The decision is kept and waits for a second person, who is not this one. */
    record Proposed(ConflictDetails details) implements ConflictOutcome {}

    /** Somebody else works on it; taking over needs a reason. */
    record ClaimedBySomebody(String who, @Nullable Instant until, ConflictDetails details) implements ConflictOutcome {}

    /**
     * Somebody, or 1C, was quicker.
     *
     * @param who decided or changed it
     * @param fields theirs and yours where they differ; empty when both decided the same
     */
    record Clash(String who, Instant at, List<FieldClash> fields, ConflictDetails details) implements ConflictOutcome {}

    record Refused(Why why, @Nullable CustomerField field) implements ConflictOutcome {

        Refused(Why why) {
            this(why, null);
        }
    }

    /** There is no such conflict. */
    record Unknown() implements ConflictOutcome {}

    /** @param theirs what holds now, {@code yours} what the person wanted */
    record FieldClash(
            CustomerField field,
            @Nullable String theirs,
            @Nullable String yours) {

        /** Personal data never goes to logs. */
        @Override
        public String toString() {
            return "FieldClash[" + field + "]";
        }
    }

    /** Text: {@code customers.conflict.refused.NAME}. */
    enum Why {
        REASON_MISSING,
        FIELD_MISSING,
        VALUE_MISSING,
        VALUE_MALFORMED,
        NOT_THIS_KIND,
        NOT_A_CANDIDATE,
        CUSTOMER_TAKEN,
        NOT_NOW,
        OWN_PROPOSAL,
        NOT_YOURS,
        NOTHING_PROPOSED,
        TOO_LATE_TO_UNDO,
        SAME_AS_DECIDED,
        CHANGED_SINCE
    }
}
