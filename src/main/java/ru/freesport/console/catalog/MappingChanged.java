package ru.freesport.console.catalog;

import ru.freesport.console.shared.Actor;

/**
 * Somebody said what a 1C id means, so rows that waited for it can be taken. Published inside the transaction of the
 * decision.
 *
 * @param change the entry in the history of mappings
 * @param obstacle what the rows wait for
 */
public record MappingChanged(long change, Obstacle obstacle, Actor actor) {}
