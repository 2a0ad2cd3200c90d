package ru.freesport.console.catalog;

/** How an attempt to change the guard's limits ended. */
public sealed interface GuardOutcome {

    record Done(GuardVersion now) implements GuardOutcome {}

    /** They were like that already. */
    record Unchanged() implements GuardOutcome {}

    /** Somebody else set them in between. */
    record Clash(GuardVersion theirs) implements GuardOutcome {}

    /** A share over a hundred, a limit of nothing, a reason left out. */
    record Refused() implements GuardOutcome {}
}
