package ru.freesport.console.payments;

/** What became of a second person's word. */
public enum RefundDecision {
    DONE,
    /** Nobody decides about what they asked for themselves, administrators included. */
    OWN_REQUEST,
    /** Too late: it is refused by time. */
    EXPIRED,
    /** Somebody was faster, or it never needed anybody. */
    DECIDED_ALREADY
}
