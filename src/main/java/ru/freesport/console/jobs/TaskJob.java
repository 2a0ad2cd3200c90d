package ru.freesport.console.jobs;

import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.shared.Actor;

/** The one Quartz job: it only queues a run, so whatever Quartz fires twice still runs once, under the task's lease. */
@DisallowConcurrentExecution
class TaskJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TaskJob.class);

    private final KnownTasks tasks;
    private final ScheduleRecords schedules;
    private final Runs runs;
    private final TransactionOperations transaction;

    TaskJob(KnownTasks tasks, ScheduleRecords schedules, Runs runs, TransactionOperations transaction) {
        this.tasks = tasks;
        this.schedules = schedules;
        this.runs = runs;
        this.transaction = transaction;
    }

    @Override
    public void execute(JobExecutionContext fire) throws JobExecutionException {
        String task = fire.getJobDetail().getKey().getName();
        try {
            if (tasks.find(task).isEmpty()) {
                LOG.warn("Quartz fired the task {} which this node does not know", task);
            } else {
                Instant slot = fire.getScheduledFireTime().toInstant();
                transaction.executeWithoutResult(_ -> queue(task, slot));
            }
        } catch (RuntimeException e) {
            throw new JobExecutionException("The task " + task + " could not be queued", e);
        }
    }

    private void queue(String task, Instant slot) {
        if (schedules.takeSlot(task, slot)) {
            runs.submitUnlessBusy(RunRequest.of(task, RunTrigger.SCHEDULE, Actor.system()));
        }
    }
}
