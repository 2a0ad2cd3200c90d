package ru.freesport.console.payments;

/** Where a refund stands. All but the last three hold their part of the payment's balance. */
public enum RefundState {
    /** Over the limit of whoever asked: a second person decides. */
    AWAITING_APPROVAL,
    /** Decided here, not answered there; it may not have left yet. */
    SENDING,
    /** The answer was lost: the provider may have it. Nobody may ask again until it is looked up. */
    UNKNOWN,
    /** The provider has it and has not decided. */
    PENDING,
    SUCCEEDED,
    /** The provider could not do it; the balance is free again. */
    CANCELED,
    /** Refused: by the second person, by time, or by the provider before it did anything. */
    REJECTED;

    public boolean canBecome(RefundState next) {
        return switch (this) {
            case AWAITING_APPROVAL -> next == SENDING || next == REJECTED;
            case SENDING, UNKNOWN -> next != this && next != AWAITING_APPROVAL && next != SENDING;
            case PENDING -> next == SUCCEEDED || next == CANCELED;
            case SUCCEEDED, CANCELED, REJECTED -> false;
        };
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == CANCELED || this == REJECTED;
    }
}
