package ru.freesport.console.jobs;

import java.util.Optional;

/** Work that is run on a schedule, by hand or by another module: a bean of the module that knows how to do it. */
public interface ScheduledTask {

    /** Its module and its own word, {@code onec.folder-inbox}; stable, since it is stored with every run. */
    String name();

    /** Translation key of what people call it: {@code onec.task.folder-inbox} for {@code onec.folder-inbox}. */
    default String titleKey() {
        int module = name().indexOf('.');
        return module < 0 ? "jobs.task." + name() : name().substring(0, module) + ".task" + name().substring(module);
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
