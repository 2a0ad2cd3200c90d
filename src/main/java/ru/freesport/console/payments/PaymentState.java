package ru.freesport.console.payments;

/** Where a payment stands; it only moves forward. */
public enum PaymentState {
    /** Asked for; the customer has not paid and may still. */
    PENDING,
    /** The customer's money is held and waits for us to take it. */
    WAITING_FOR_CAPTURE,
    SUCCEEDED,
    /** It came to nothing for good; the order may be paid by another one. */
    CANCELED,
    /** The answer was lost: the provider may have it. Looked up, never guessed. */
    UNKNOWN;

    public boolean canBecome(PaymentState next) {
        return switch (this) {
            case UNKNOWN -> next != UNKNOWN;
            case PENDING -> next != PENDING;
            case WAITING_FOR_CAPTURE -> next == SUCCEEDED || next == CANCELED;
            case SUCCEEDED, CANCELED -> false;
        };
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == CANCELED;
    }
}
