package ru.freesport.console.partners;

/** How a call to an outside system can fail; each kind has its own way out, which the screens show as a card. */
public enum CallError {
    /** No connection or no answer in time. */
    CONNECTION_TIMEOUT(true, true, false, Recovery.WAIT_FOR_CIRCUIT),
    /** It refuses connections, breaks them, or says that it is broken or closed (5xx). */
    SYSTEM_UNAVAILABLE(true, true, true, Recovery.WAIT_FOR_CIRCUIT),
    /** It does not know us any more (401, 403). */
    AUTHENTICATION_FAILED(false, false, true, Recovery.RENEW_CREDENTIALS),
    /** One side could not read the other (400, 415, an answer that is no answer). */
    DATA_FORMAT_ERROR(false, false, false, Recovery.ASK_DEVELOPER),
    /** It understood and refuses by its own rules (404, 409, 422). */
    BUSINESS_LOGIC_ERROR(false, false, false, Recovery.DECIDE_BY_HAND),
    /** Too many calls (429). */
    RATE_LIMITED(false, true, false, Recovery.SLOW_DOWN);

    /** What gets us out of it; the console's own part is done already when a person reads of it. */
    public enum Recovery {
        /** Retried; past the threshold the circuit opens and files take over until a probe succeeds. */
        WAIT_FOR_CIRCUIT,
        RENEW_CREDENTIALS,
        ASK_DEVELOPER,
        DECIDE_BY_HAND,
        SLOW_DOWN
    }

    private final boolean opensCircuit;
    private final boolean isRetried;
    private final boolean alertsAtOnce;
    private final Recovery recovery;

    CallError(boolean opensCircuit, boolean isRetried, boolean alertsAtOnce, Recovery recovery) {
        this.opensCircuit = opensCircuit;
        this.isRetried = isRetried;
        this.alertsAtOnce = alertsAtOnce;
        this.recovery = recovery;
    }

    /** Whether it counts against the circuit. */
    public boolean opensCircuit() {
        return opensCircuit;
    }

    /** Whether the same call may succeed a little later. */
    public boolean isRetried() {
        return isRetried;
    }

    /** Whether people are told of the first one. */
    public boolean alertsAtOnce() {
        return alertsAtOnce;
    }

    public Recovery recovery() {
        return recovery;
    }
}
