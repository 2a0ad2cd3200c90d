package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/**
 * A circuit came into another state; every node tells it when it learns of it, so listeners must bear it several times. Told
 * outside every transaction, so a plain {@code @EventListener} hears it.
 *
 * @param error of the last failure that counted
 */
public record CircuitChanged(
        String circuit,
        CircuitState was,
        CircuitState became,
        @Nullable CallError error) {}
