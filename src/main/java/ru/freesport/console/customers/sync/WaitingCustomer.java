package ru.freesport.console.customers.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer of whom 1C is to be told.
 *
 * @param key what 1C knows it by
 * @param number the shop's, for people
 */
public record WaitingCustomer(UUID id, String key, String number, Instant changedAt) {}
