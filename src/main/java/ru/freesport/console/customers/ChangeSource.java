package ru.freesport.console.customers;

/** What made a customer's value what it is. */
public enum ChangeSource {
    /** The storefront. */
    SHOP,
    /** A person at the console. */
    CONSOLE,
    /** An import from 1C, one-sided. */
    ONEC,
    /** A rule of the policy that settled a collision. */
    POLICY,
    /** A person who decided a conflict. */
    DECISION,
    /** The decision was taken back. */
    UNDO,
    /** Two customers became one, or two again. */
    MERGE
}
