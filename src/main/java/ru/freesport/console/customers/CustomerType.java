package ru.freesport.console.customers;

/** What kind of buyer a customer is; 1C wants different papers of each. */
public enum CustomerType {
    PERSON,
    SOLE_PROPRIETOR,
    COMPANY
}
