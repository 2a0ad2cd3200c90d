package ru.freesport.console.jobs;

import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings stored schedules and Quartz in line with the tasks of this release, before the first fire. */
@Component
@Profile("!command")
class ScheduleStart implements SmartInitializingSingleton {

    private final KnownTasks tasks;
    private final ScheduleRecords schedules;
    private final QuartzTriggers triggers;

    ScheduleStart(KnownTasks tasks, ScheduleRecords schedules, QuartzTriggers triggers) {
        this.tasks = tasks;
        this.schedules = schedules;
        this.triggers = triggers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> scheduled = new HashSet<>();
        for (ScheduledTask task : tasks.all()) {
            task.cron().ifPresent(cron -> {
                schedules.introduce(task.name(), cron);
                triggers.align(schedules.find(task.name()).orElseThrow());
                scheduled.add(task.name());
            });
        }
        triggers.forgetAllBut(scheduled);
    }
}
