package ru.freesport.console.jobs;

import java.util.Optional;

/** Work that is run on a schedule, by hand or by another module: a bean of the module that knows how to do it. */
public interface ScheduledTask {

    /** Stable: it is stored with every run. */
    String name();

    /** Translation key of what people call it. */
    default String titleKey() {
        return "jobs.task." + name();
    }

    /** The schedule until a person sets another (Quartz cron, shop's time); empty: never by the clock. */
    default Optional<String> cron() {
        return Optional.empty();
    }

    /** Tasks that must not run at the same time share one lease. */
    default String lease() {
        return name();
    }

    /** Whether a run whose node died is begun again by itself; true asks that beginning again does no harm. */
    default boolean isRecoverable() {
        return true;
    }

    /** Does the work and says how it ended: one of the final states or HELD. What it throws becomes FAILED. */
    RunState run(RunContext context) throws Exception;
}
