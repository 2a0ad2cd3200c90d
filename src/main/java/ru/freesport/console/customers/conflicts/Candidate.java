package ru.freesport.console.customers.conflicts;

import java.util.List;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.MatchKey;

/**
 * A customer that a counterparty of 1C could be.
 *
 * @param customer masked for those who may not know
 * @param keys that point to this customer, the strongest first; text {@code customers.match.NAME}
 * @param isTaken the customer belongs to another counterparty already and cannot be chosen
 */
public record Candidate(Customer customer, List<MatchKey> keys, boolean isTaken) {}
