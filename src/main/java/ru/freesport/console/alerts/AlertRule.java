package ru.freesport.console.alerts;

/** What is worth telling people; each has its meaning and its way out among the translations, under {@code alerts.rule}. */
public enum AlertRule {
    /** A system does not know us any more. */
    AUTHENTICATION_FAILED(Severity.CRITICAL),
    /** A system refuses connections or says that it is broken, or its circuit has opened. */
    SYSTEM_UNAVAILABLE(Severity.CRITICAL),
    /** One side cannot read the other. */
    UNREADABLE_ANSWER(Severity.WARNING),
    /** A person's hold over a circuit is past its end, and nobody ended it. */
    OVERRIDE_OVERDUE(Severity.CRITICAL),
    /** Neither 1C nor the file server can be reached: orders go no way at all. */
    FILES_STUCK(Severity.CRITICAL),
    /** 1C was offered orders and has not confirmed them within the window. */
    ORDERS_UNCONFIRMED(Severity.WARNING),
    /** 1C uses a word for an order's status that nobody has explained. */
    UNKNOWN_STATUS(Severity.WARNING);

    /** How soon somebody has to look. */
    public enum Severity {
        CRITICAL,
        WARNING
    }

    private final Severity severity;

    AlertRule(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
