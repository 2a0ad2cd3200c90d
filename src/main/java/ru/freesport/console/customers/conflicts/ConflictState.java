package ru.freesport.console.customers.conflicts;

import java.util.EnumSet;
import java.util.Set;

/** Where a conflict stands. All moves go through {@link ConflictTransitions}. */
public enum ConflictState {
    OPEN,
    /** Somebody works on it, or it waits for a second person. */
    CLAIMED,
    /** Decided; until its time of grace is over it can be taken back. */
    RESOLVED,
    /** 1C got what was decided. */
    SENT,
    /** 1C gave the decided value back, or had it anyway. */
    CONFIRMED,
    /** 1C brought back what was decided against, or something new before it was settled. */
    REOPENED,
    /** A person said to leave both sides as they are. */
    DISMISSED;

    private static final Set<ConflictState> WAITING = EnumSet.of(OPEN, CLAIMED, REOPENED);

    /** Whether a person must decide. */
    public boolean isWaiting() {
        return WAITING.contains(this);
    }

    /** Whether it is decided and on its way. */
    public boolean isUnderWay() {
        return this == RESOLVED || this == SENT;
    }

    public boolean isClosed() {
        return this == CONFIRMED || this == DISMISSED;
    }

    boolean canBecome(ConflictState next) {
        return switch (this) {
            case OPEN, REOPENED -> next == CLAIMED || next == RESOLVED || next == CONFIRMED || next == DISMISSED;
            case CLAIMED ->
                next == OPEN
                        || next == REOPENED
                        || next == RESOLVED
                        || next == CONFIRMED
                        || next == DISMISSED
                        || next == CLAIMED;
            case RESOLVED -> next == OPEN || next == SENT || next == CONFIRMED || next == REOPENED;
            case SENT -> next == CONFIRMED || next == REOPENED;
            case CONFIRMED -> next == REOPENED;
            case DISMISSED -> next == OPEN;
        };
    }
}
