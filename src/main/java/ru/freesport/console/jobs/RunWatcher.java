package ru.freesport.console.jobs;

/** Whoever started a run in this process and looks on: a progress bar on a terminal. */
public interface RunWatcher {

    RunWatcher NONE = new RunWatcher() {};

    /** Told once, when other work holds the lease. */
    default void waiting(RunView own) {}

    /** At most twice a second, from another thread. */
    default void progressed(RunView own) {}
}
