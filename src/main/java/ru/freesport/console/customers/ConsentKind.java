package ru.freesport.console.customers;

/** What a customer may agree to; the first is asked by the law on personal data. */
public enum ConsentKind {
    PERSONAL_DATA,
    MARKETING_EMAIL,
    MARKETING_SMS
}
