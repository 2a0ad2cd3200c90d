package ru.freesport.console.onec.outgoing;

import java.util.EnumSet;
import java.util.Set;

/** Where a record is on its way to 1C. */
public enum OutgoingState {
    /** Waits to be sent. */
    QUEUED,
    /** 1C asked for it by itself and has not said that it took it; nothing else is done with it for a while. */
    OFFERED,
    /** Is being sent by a node; found so after that node's lease, nobody knows whether 1C has it. */
    SENDING,
    /** 1C cannot be called and the file server neither: written, not uploaded. */
    WAITING_FTP,
    /** Lies on the file server and 1C has not said that it took it. */
    ON_FTP,
    /** The answer was lost: 1C may have it. Looked up before anything else. */
    POSSIBLE_DOUBLE,
    CONFIRMED,
    /** 1C read it and said no. */
    REJECTED,
    /** Nothing is to be sent any more: cancelled, refused, or taken another way. */
    WITHDRAWN;

    static final Set<OutgoingState> FINAL = EnumSet.of(CONFIRMED, REJECTED, WITHDRAWN);
    private static final Set<OutgoingState> OWED = EnumSet.of(WAITING_FTP, ON_FTP, POSSIBLE_DOUBLE);

    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /** Whether people still have to watch it: it left the straight way and 1C has not confirmed it. */
    public boolean isOwed() {
        return OWED.contains(this);
    }

    /**
     * Whether it may become that; a final state is never left but for CONFIRMED, which is the truth whenever it comes. What a person
     * lets go again is taken up as a new record.
     */
    public boolean canBecome(OutgoingState next) {
        if (next == this) {
            return true;
        }
        return switch (this) {
            case QUEUED ->
                EnumSet.of(OFFERED, SENDING, WAITING_FTP, CONFIRMED, WITHDRAWN).contains(next);
            case OFFERED ->
                EnumSet.of(POSSIBLE_DOUBLE, CONFIRMED, REJECTED, WITHDRAWN).contains(next);
            case SENDING -> next != ON_FTP && next != OFFERED;
            case WAITING_FTP ->
                EnumSet.of(ON_FTP, QUEUED, CONFIRMED, REJECTED, WITHDRAWN).contains(next);
            case ON_FTP -> EnumSet.of(QUEUED, CONFIRMED, REJECTED, WITHDRAWN).contains(next);
            case POSSIBLE_DOUBLE ->
                EnumSet.of(QUEUED, CONFIRMED, REJECTED, WITHDRAWN).contains(next);
            case REJECTED -> EnumSet.of(OFFERED, CONFIRMED, WITHDRAWN).contains(next);
            case WITHDRAWN -> next == OFFERED || next == CONFIRMED;
            case CONFIRMED -> false;
        };
    }

    /** The states that may become this one. */
    Set<OutgoingState> before() {
        Set<OutgoingState> before = EnumSet.noneOf(OutgoingState.class);
        for (OutgoingState state : values()) {
            if (state != this && state.canBecome(this)) {
                before.add(state);
            }
        }
        return before;
    }
}
