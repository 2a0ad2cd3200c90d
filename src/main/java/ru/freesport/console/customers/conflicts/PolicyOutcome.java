package ru.freesport.console.customers.conflicts;

/** What became of a wish to change the policy. */
public sealed interface PolicyOutcome {

    record Done(PolicyVersion version) implements PolicyOutcome {}

    record Unchanged() implements PolicyOutcome {}

    /** The reason is missing. */
    record Refused() implements PolicyOutcome {}

    /** Somebody set another policy meanwhile. */
    record Clash(PolicyVersion now) implements PolicyOutcome {}
}
