package ru.freesport.console.customers.records;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.shared.Actor;

/**
 * Why values change.
 *
 * @param reference {@code run:17}, {@code conflict:5}, {@code merge:3}
 */
public record ChangeOrigin(
        ChangeSource source, Actor actor, @Nullable String reference) {}
