package ru.freesport.console.partners;

/** CLOSED lets calls pass; OPEN diverts them; HALF_OPEN lets one probe through at a time; the last two are people's. */
public enum CircuitState {
    CLOSED,
    OPEN,
    HALF_OPEN,
    /** Held open by a person until a given time. */
    FORCED_OPEN,
    /** Held closed by a person until a given time: calls pass whatever happens. */
    DISABLED;

    public boolean isOverride() {
        return this == FORCED_OPEN || this == DISABLED;
    }

    /** Whether calls pass without asking anybody. */
    public boolean letsCallsPass() {
        return this == CLOSED || this == DISABLED;
    }
}
