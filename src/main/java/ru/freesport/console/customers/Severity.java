package ru.freesport.console.customers;

/** How much a wrong decision about a field can hurt; each has its own norm of time. */
public enum Severity {
    HIGH,
    MEDIUM
}
