package ru.freesport.console.orders.statuses;

import java.time.Instant;

/**
 * A word of 1C that nobody has explained.
 *
 * @param parts how many order parts 1C says it of
 * @param somePart the number of one of them
 */
public record UnknownWord(String word, long parts, Instant firstAt, Instant lastAt, String somePart) {}
