package ru.freesport.console.shared.ui;

/** The groups of the side navigation, in the order of the screen: grouped by work, not by module. */
public enum NavigationGroup {
    EXCHANGE,
    CUSTOMERS,
    ORDERS,
    CATALOG,
    JOURNALS,
    SETTINGS
}
