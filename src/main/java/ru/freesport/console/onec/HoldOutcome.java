package ru.freesport.console.onec;

/** How a person's decision about a held packet ended. */
public sealed interface HoldOutcome {

    /** @param runId the run that takes the packet now */
    record Approved(long runId) implements HoldOutcome {}

    record Refused() implements HoldOutcome {}

    /** Somebody else decided before. */
    record Decided(HeldPacket packet) implements HoldOutcome {}

    /** Nobody approves what they brought themselves. */
    record OwnPacket() implements HoldOutcome {}
}
