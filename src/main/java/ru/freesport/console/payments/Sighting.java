package ru.freesport.console.payments;

/** What came of looking at an object at the provider. */
public enum Sighting {
    /** It was news, and was written down. */
    CHANGED,
    /** We knew, or it was older than what we know. */
    UNCHANGED,
    /** It is not what we asked for; nothing was taken from it, people are told. */
    DIFFERENT,
    /** Nothing of ours belongs to it. */
    NOT_OURS,
    /** It is right, but cannot be written down yet: something else about the payment is under way. */
    TOO_EARLY
}
