package ru.freesport.console.partners;

/** How one attempt ended, as the journal writes it. */
public enum CallResult {
    SUCCEEDED,
    REJECTED,
    UNAVAILABLE,
    UNKNOWN,
    /** The circuit or the rate limit did not let it go. */
    NOT_SENT
}
