package ru.freesport.console.customers.duplicates;

/** What became of making two customers one, or one two; text {@code customers.merge.outcome.NAME}. */
public enum MergeOutcome {
    DONE,
    /** There is no such customer, or it is the same one, or it was done meanwhile. */
    NOT_NOW,
    REASON_MISSING,
    /** 1C has both: they must become one there first. */
    BOTH_IN_ONEC,
    /** Others became part of the one that is to go: it is the one to keep. */
    HAS_MERGED,
    /** A conflict about one of them waits or is on its way. */
    IN_CONFLICT
}
