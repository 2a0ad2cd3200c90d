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
    UNKNOWN_STATUS(Severity.WARNING),
    /** Customers' conflicts were not decided within their norm. */
    CONFLICTS_OVERDUE(Severity.WARNING),
    /** Our books and the provider's say different things about money. */
    PAYMENT_TROUBLE(Severity.CRITICAL),
    /** Nobody knows for long whether the provider took or gave back money. */
    PAYMENT_UNKNOWN(Severity.CRITICAL),
    /** Held money goes back to the customer soon, unless somebody takes it. */
    HOLD_ENDS(Severity.WARNING),
    /** A fiscal receipt has been waiting for its registration for over a day. */
    RECEIPT_LATE(Severity.WARNING),
    /** A fiscal receipt failed, or has been waiting for over three days. */
    RECEIPT_OVERDUE(Severity.CRITICAL),
    /** A notification was not believed. */
    WEBHOOK_REJECTED(Severity.WARNING),
    /** A cancelled order was paid: the money has to go back. */
    PAID_AFTER_CANCELLATION(Severity.CRITICAL);

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
