package ru.freesport.console.payments;

import java.util.UUID;

/** What became of the wish to pay an order. */
public sealed interface PaymentBegin {

    /** @param isNew false: the order already waits for this payment */
    record Begun(UUID paymentId, boolean isNew) implements PaymentBegin {}

    record Refused(Rule rule, String value) implements PaymentBegin {}

    enum Rule {
        NO_PROVIDER,
        ALREADY_PAID,
        /** Another payment of the order, over another sum, waits for the customer. */
        OTHER_AMOUNT_WAITS,
        AMOUNT_NOT_POSITIVE,
        LINES_DIFFER_FROM_AMOUNT,
        /** A receipt needs an e-mail or a phone. */
        NO_CONTACT,
        RETURN_URL_WRONG
    }
}
