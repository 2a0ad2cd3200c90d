package ru.freesport.console.payments;

/** How we came to know something about a payment. */
public enum Source {
    /** The provider's answer to what we asked it to do. */
    ANSWER,
    /** A notification made us read the object. */
    WEBHOOK,
    /** We asked by ourselves. */
    LOOKUP,
    RECONCILIATION,
    /** A person decided here. */
    PERSON
}
