package ru.freesport.console.onec;

/** Why a row of a packet was not taken, by what it waits for. */
public enum UntakenState {
    /** For a person who maps something. */
    HELD,
    /** For another row. */
    PARKED,
    /** For a correction in 1C. */
    REJECTED
}
