package ru.freesport.console.customers.sync;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;

/**
 * What is known of a counterparty from earlier.
 *
 * @param isSeen whether 1C has ever told of it
 * @param said by 1C last
 * @param agreed what shop and 1C had in common last
 * @param sent what 1C accepted last, at {@code sentAt}
 * @param leftAlone pairs of values that a person said to leave as they are
 */
record CounterpartyState(
        String onecId,
        boolean isSeen,
        @Nullable UUID customerId,
        Map<CustomerField, String> said,
        Map<CustomerField, String> agreed,
        @Nullable Instant agreedAt,
        Map<CustomerField, String> sent,
        @Nullable Instant sentAt,
        Map<CustomerField, String> leftAlone,
        @Nullable Instant seenAt,
        @Nullable String seenIn) {

    static CounterpartyState unseen(String onecId) {
        return new CounterpartyState(
                onecId, false, null, Map.of(), Map.of(), null, Map.of(), null, Map.of(), null, null);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CounterpartyState[" + onecId + "]";
    }
}
