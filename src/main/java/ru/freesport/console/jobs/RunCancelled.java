package ru.freesport.console.jobs;

/** The run stopped at a safe point because somebody asked for it. */
public final class RunCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunCancelled() {
        super("stopped at a safe point");
    }
}
