package ru.freesport.console.orders.statuses;

import java.util.Set;
import ru.freesport.console.shared.Actor;

/**
 * People said what some of 1C's words mean, so documents that waited for them can be taken. Published inside the
 * transaction of the change.
 *
 * @param wordKeys of the words that mean something new
 */
public record StatusMapChanged(long version, Set<String> wordKeys, Actor actor) {}
