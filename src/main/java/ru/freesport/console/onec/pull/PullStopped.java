package ru.freesport.console.onec.pull;

import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;

/** A listing cannot go on now. */
final class PullStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final CallError error;
    private final boolean isOfCall;

    private PullStopped(CallError error, String text, boolean isOfCall) {
        super(text, null, false, false);
        this.error = error;
        this.isOfCall = isOfCall;
    }

    /** 1C answered, and what it answers leads nowhere. */
    static PullStopped endless(String text) {
        return new PullStopped(CallError.DATA_FORMAT_ERROR, text, false);
    }

    static PullStopped by(PullList list, CallOutcome.Failed failure) {
        return new PullStopped(failure.error(), "GET " + list.path() + ": " + failure.text(), true);
    }

    CallError error() {
        return error;
    }

    /** The place in the listing may be what 1C does not like: a cursor lives only so long. */
    boolean mayBeOfThePlace() {
        return isOfCall && !error.isRetried() && error != CallError.AUTHENTICATION_FAILED;
    }

    /** Going on from the same place leads to the same end. */
    boolean isEndless() {
        return !isOfCall;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
