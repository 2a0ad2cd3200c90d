package ru.freesport.console.jobs;

/** What made a run begin. */
public enum RunTrigger {
    SCHEDULE,
    MANUAL,
    COMMAND_LINE,
    EXCHANGE,
    FOLDER,
    /** Something happened: an order was placed, a circuit closed. */
    EVENT,
    REPLAY,
    /** A person ran a finished run again. */
    RETRY,
    /** The node of an earlier attempt died. */
    RECOVERY
}
