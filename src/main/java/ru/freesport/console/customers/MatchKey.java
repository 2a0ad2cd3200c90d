package ru.freesport.console.customers;

/**
 * What tells that a counterparty and a customer are the same, the strongest first; an e-mail rarely stands in 1C's
 * files and an INN may belong to several. Text: {@code customers.match.NAME}.
 */
public enum MatchKey {
    ONEC_ID,
    GUID,
    TAX_ID_AND_KPP,
    TAX_ID,
    EMAIL,
    PHONE_AND_NAME,
    /** Alone it tells nothing: families and offices share one. */
    PHONE
}
