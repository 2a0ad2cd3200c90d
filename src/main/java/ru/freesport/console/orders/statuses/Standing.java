package ru.freesport.console.orders.statuses;

/** What became of 1C's word for the status of a part. */
public enum Standing {
    /** The part stands where the word says. */
    FOLLOWED,
    /** The word would move the part back. */
    BEHIND,
    /** The part has come to its end, and the word says something else. */
    ENDED,
    /** Nobody has said what the word means. */
    UNKNOWN_WORD,
    /** People said that the word moves nothing. */
    IGNORED_WORD,
    /** 1C named no status. */
    SILENT
}
