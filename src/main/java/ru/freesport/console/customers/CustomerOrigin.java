package ru.freesport.console.customers;

/** Where a customer was first heard of. */
public enum CustomerOrigin {
    SHOP,
    ONEC,
    CONSOLE
}
