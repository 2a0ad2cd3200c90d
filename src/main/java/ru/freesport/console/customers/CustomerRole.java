package ru.freesport.console.customers;

/** How a customer buys; set by people only, no import changes it. */
public enum CustomerRole {
    RETAIL,
    WHOLESALE,
    TRAINER,
    FEDERATION
}
