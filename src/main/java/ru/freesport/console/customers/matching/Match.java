package ru.freesport.console.customers.matching;

import java.util.List;
import java.util.UUID;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.MatchKey;

/** Who a counterparty is. */
public sealed interface Match {

    /** @param keys that told, the strongest first */
    record Known(Customer customer, List<MatchKey> keys) implements Match {}

    /** Nobody the shop knows. */
    record New() implements Match {}

    /** It could be one of these, or somebody else: a person decides. */
    record Ambiguous(List<Candidate> candidates) implements Match {}

    record Candidate(UUID customer, List<MatchKey> keys) {}
}
