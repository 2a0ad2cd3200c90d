package ru.freesport.console.orders;

import org.jspecify.annotations.Nullable;

/** What came of a decision about an order route. */
public sealed interface RouteChange {

    record Done() implements RouteChange {}

    /** Somebody else changed it in the meantime; null: it is gone. */
    record Clash(@Nullable OrderRoute theirs) implements RouteChange {}

    record Refused(Why why) implements RouteChange {}

    /** Each has its text under {@code orders.routes.refused.*}. */
    enum Why {
        NAME_MISSING,
        ORGANISATION_MISSING,
        NAME_TAKEN,
        ID_TAKEN,
        REASON_MISSING,
        LAST_ONE
    }
}
