package ru.freesport.console.partners.ui;

/** What a person may do with a circuit. */
enum CircuitAct {
    OPEN,
    CLOSE,
    RESET,
    PROBE
}
