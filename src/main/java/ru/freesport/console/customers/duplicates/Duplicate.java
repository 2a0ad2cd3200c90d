package ru.freesport.console.customers.duplicates;

import java.util.List;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.MatchKey;

/**
 * Somebody who may be the same customer.
 *
 * @param customer contacts hidden
 * @param keys that agree, the strongest first
 */
public record Duplicate(Customer customer, List<MatchKey> keys) {}
