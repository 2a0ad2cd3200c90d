package ru.freesport.console.customers.duplicates;

import java.time.Instant;
import ru.freesport.console.customers.Customer;

/**
 * Two customers that are one until somebody takes it back.
 *
 * @param kept who stayed, contacts hidden
 * @param merged who became part of them
 * @param by who said so, and {@code reason} why
 */
public record Merge(long id, Customer kept, Customer merged, Instant at, String by, String reason) {}
