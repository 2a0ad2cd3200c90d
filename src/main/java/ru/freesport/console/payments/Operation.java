package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/**
 * Something the provider is asked to do. Its key and its bytes are stored before the call and are the same in every repeat; a new key comes
 * only after the provider surely did nothing.
 *
 * @param keySince when the key was first sent; null: it never was
 * @param problem what the last attempt met
 */
record Operation(
        UUID id,
        Kind kind,
        UUID paymentId,
        @Nullable UUID refundId,
        @Nullable UUID receiptId,
        Money amount,
        String key,
        @Nullable Instant keySince,
        String body,
        State state,
        int attempts,
        @Nullable String problem) {

    enum Kind {
        CREATE,
        CAPTURE,
        CANCEL,
        REFUND,
        RECEIPT
    }

    enum State {
        /** It was surely not done: not asked yet, or turned away before work. */
        WAITING,
        /** It may have been done: an answer was lost, or is being waited for. */
        UNKNOWN,
        DONE,
        /** The provider will not do it. */
        REFUSED
    }

    /** A body may carry a customer's address and never goes to logs. */
    @Override
    public String toString() {
        return "Operation[" + id + " " + kind + " " + state + "]";
    }
}
