package ru.freesport.console.payments;

import java.util.List;

/** What became of a wish to give money back. */
public sealed interface RefundAnswer {

    /** It is stored, its balance is held; it is AWAITING_APPROVAL, or on its way. */
    record Asked(Refund refund) implements RefundAnswer {}

    /** Nothing was done. */
    record Refused(List<RefundRule> rules) implements RefundAnswer {}
}
