package ru.freesport.console.jobs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/** How a run ended, and what its timeline says of it. */
record RunOutcome(
        RunState state,
        Actor actor,
        @Nullable String errorType,
        @Nullable String errorMessage) {

    static final String NODE_LOST = "NODE_LOST";
    static final String NODE_STOPPED = "NODE_STOPPED";

    static RunOutcome of(RunState state) {
        return new RunOutcome(state, Actor.system(), null, null);
    }

    static RunOutcome failed(Throwable cause) {
        String type = cause instanceof RunFailed failure
                ? failure.errorType()
                : cause.getClass().getSimpleName();
        String message = cause.getMessage();
        return new RunOutcome(RunState.FAILED, Actor.system(), type, message == null ? cause.toString() : message);
    }

    static RunOutcome stopped() {
        return new RunOutcome(RunState.FAILED, Actor.system(), NODE_STOPPED, "the node was shut down");
    }

    boolean isStopped() {
        return NODE_STOPPED.equals(errorType);
    }

    String eventKey() {
        return "jobs.event." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Object[] eventArguments() {
        return errorType == null ? new Object[0] : new Object[] {errorType, String.valueOf(errorMessage)};
    }
}
