package ru.freesport.console.jobs;

/** What came of an attempt to change a schedule. */
public sealed interface ScheduleChange {

    record Done(Schedule schedule) implements ScheduleChange {}

    record Refused(Why why) implements ScheduleChange {}

    /** Each has its text under {@code jobs.refused.*}. */
    enum Why {
        UNKNOWN_TASK,
        CRON_MALFORMED,
        CRON_NEVER_FIRES,
        CRON_TOO_OFTEN,
        REASON_MISSING,
        ALREADY_SO
    }
}
