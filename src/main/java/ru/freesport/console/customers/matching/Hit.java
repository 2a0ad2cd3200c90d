package ru.freesport.console.customers.matching;

import java.util.Set;
import ru.freesport.console.customers.Customer;

/** A customer that at least one key of a counterparty points to. */
public record Hit(Customer customer, Set<Key> keys) {

    /** What was equal; what it is worth is judged by {@link MatchRules}. */
    public enum Key {
        ONEC_ID,
        GUID,
        TAX_ID,
        EMAIL,
        PHONE
    }

    boolean by(Key key) {
        return keys.contains(key);
    }
}
