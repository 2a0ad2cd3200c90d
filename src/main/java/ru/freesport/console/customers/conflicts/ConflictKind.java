package ru.freesport.console.customers.conflicts;

/** What a person is asked. */
public enum ConflictKind {
    /** Values differ: which one holds? */
    FIELDS,
    /** 1C's counterparty could be one of several customers: who is this? */
    IDENTITY
}
