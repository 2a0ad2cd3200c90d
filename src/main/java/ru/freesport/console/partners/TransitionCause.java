package ru.freesport.console.partners;

/** Why a circuit changed its state. */
public enum TransitionCause {
    /** Too many failures in a row. */
    FAILURES,
    /** Its time came and a probe was let through. */
    PROBE_SENT,
    PROBE_SUCCEEDED,
    PROBE_FAILED,
    /** A person decided. */
    OPERATOR,
    OVERRIDE_ENDED
}
