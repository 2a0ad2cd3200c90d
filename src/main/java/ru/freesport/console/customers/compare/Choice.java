package ru.freesport.console.customers.compare;

/** Which value was taken. */
public enum Choice {
    SHOP,
    BASE,
    ONEC,
    /** The contacts of both, the first of which is the one to use. */
    BOTH,
    /** Neither: what the person typed. */
    TYPED
}
