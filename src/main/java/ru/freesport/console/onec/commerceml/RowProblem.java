package ru.freesport.console.onec.commerceml;

/** Why one row cannot be taken while the rest of its file can. */
public enum RowProblem {
    NO_ID,
    NO_NUMBER,
    NO_NAME,
    BLANK_UNIT_CODE,
    NO_PRICE_TYPE,
    PRICE_NOT_A_NUMBER,
    PRICE_NEGATIVE,
    UNKNOWN_CURRENCY,
    QUANTITY_NOT_A_NUMBER,
    NOT_A_DATE,
    NO_WAREHOUSE,
    SIZE_NOT_A_NUMBER,
    NUMBER_TOO_LARGE,
    TOO_LONG
}
