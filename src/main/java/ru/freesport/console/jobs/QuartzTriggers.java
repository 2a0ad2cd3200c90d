package ru.freesport.console.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.stereotype.Component;

/** Makes the shared Quartz store say what the schedule table says, and leaves alone what says it already. */
@Component
class QuartzTriggers {

    private static final String GROUP = "tasks";

    private final Scheduler scheduler;
    private final JobsSettings settings;

    QuartzTriggers(Scheduler scheduler, JobsSettings settings) {
        this.scheduler = scheduler;
        this.settings = settings;
    }

    void align(ScheduleRecords.Stored schedule) {
        try {
            TriggerKey key = TriggerKey.triggerKey(schedule.task(), GROUP);
            Trigger present = scheduler.getTrigger(key);
            if (schedule.paused()) {
                if (present != null) {
                    scheduler.unscheduleJob(key);
                }
            } else if (!says(present, schedule.cron())) {
                // an own transaction of the caller takes part: the table and the store change together
                scheduler.scheduleJob(job(schedule.task()), Set.of(trigger(schedule)), true);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz refused the schedule of " + schedule.task(), e);
        }
    }

    Optional<Instant> nextFire(String task) {
        try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(task, GROUP));
            return trigger == null || trigger.getNextFireTime() == null
                    ? Optional.empty()
                    : Optional.of(trigger.getNextFireTime().toInstant());
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not say when " + task + " is next", e);
        }
    }

    /** Jobs of tasks that are no more. */
    void forgetAllBut(Set<String> tasks) {
        try {
            for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (!tasks.contains(key.getName())) {
                    scheduler.deleteJob(key);
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not forget old tasks", e);
        }
    }

    private boolean says(@org.jspecify.annotations.Nullable Trigger present, String cron) {
        return present instanceof CronTrigger trigger
                && trigger.getCronExpression().equals(cron)
                && trigger.getTimeZone().equals(zone());
    }

    private static JobDetail job(String task) {
        return JobBuilder.newJob(TaskJob.class)
                .withIdentity(task, GROUP)
                .storeDurably()
                .build();
    }

    private Trigger trigger(ScheduleRecords.Stored schedule) {
        return TriggerBuilder.newTrigger()
                .withIdentity(schedule.task(), GROUP)
                .forJob(schedule.task(), GROUP)
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron())
                        .inTimeZone(zone())
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    private TimeZone zone() {
        return TimeZone.getTimeZone(settings.zone());
    }
}
