package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/** A circuit came into another state; told on the node where it happened. */
public record CircuitChanged(
        String circuit,
        CircuitState was,
        CircuitState became,
        TransitionCause cause,
        @Nullable CallError error) {}
