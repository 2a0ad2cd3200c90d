package ru.freesport.console.payments;

/** Where a fiscal receipt stands (54-FZ). */
public enum ReceiptState {
    SENDING,
    /** The answer was lost. */
    UNKNOWN,
    /** The provider has it and waits for the tax service's registration. */
    PENDING,
    SUCCEEDED,
    /** It was not registered; a new one must take its place. */
    CANCELED,
    /** The provider refused it before it did anything. */
    REJECTED;

    public boolean canBecome(ReceiptState next) {
        return switch (this) {
            case SENDING, UNKNOWN -> next != this && next != SENDING;
            case PENDING -> next == SUCCEEDED || next == CANCELED;
            case SUCCEEDED, CANCELED, REJECTED -> false;
        };
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == CANCELED || this == REJECTED;
    }

    /** Whether another one must take its place. */
    public boolean isFailed() {
        return this == CANCELED || this == REJECTED;
    }
}
