package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * One change of a circuit's state.
 *
 * @param reason a person's, of OPERATOR
 * @param error what the last failure was, of FAILURES and PROBE_FAILED
 * @param until how long the new state lasts, where it ends by itself
 */
public record CircuitTransition(
        long id,
        String circuit,
        CircuitState was,
        CircuitState became,
        Instant at,
        TransitionCause cause,
        Actor actor,
        @Nullable String reason,
        @Nullable CallError error,
        @Nullable Instant until) {}
