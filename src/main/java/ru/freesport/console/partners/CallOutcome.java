package ru.freesport.console.partners;

/** How a call to an outside system ended, as far as we can know. */
public sealed interface CallOutcome<T> {

    /** The journal's number of the last attempt. */
    long callId();

    /** The answer came and was understood. */
    record Succeeded<T>(long callId, T answer) implements CallOutcome<T> {}

    /** The other side judged it and will judge it the same again. */
    record Rejected<T>(long callId, CallError error, String text) implements CallOutcome<T>, Failed {}

    /** It was surely not done there: it never left, or was turned away before work. */
    record Unavailable<T>(long callId, CallError error, String text) implements CallOutcome<T>, Failed {}

    /** It may have been done there: the answer was lost. To be looked up, never guessed. */
    record Unknown<T>(long callId, CallError error, String text) implements CallOutcome<T>, Failed {}

    /** What all failures say. */
    sealed interface Failed permits Rejected, Unavailable, Unknown {

        CallError error();

        /** For a person, without secrets. */
        String text();
    }
}
