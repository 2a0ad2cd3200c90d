package ru.freesport.console.jobs;

import org.jspecify.annotations.Nullable;

/** A task gives up and says so to people: what kind of error, what happened, what to do next. */
public class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    public RunFailed(String errorType, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.errorType = errorType;
    }

    public RunFailed(String errorType, String message) {
        this(errorType, message, null);
    }

    public String errorType() {
        return errorType;
    }
}
