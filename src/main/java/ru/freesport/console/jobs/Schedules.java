package ru.freesport.console.jobs;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.jobs.ScheduleChange.Done;
import ru.freesport.console.jobs.ScheduleChange.Refused;
import ru.freesport.console.jobs.ScheduleChange.Why;
import ru.freesport.console.shared.Actor;

/** When tasks run by themselves: everybody may look, operations may change, always with a reason. */
@Service
@Transactional
public class Schedules {

    private static final int PREVIEW = 5;

    private final KnownTasks tasks;
    private final ScheduleRecords stored;
    private final QuartzTriggers triggers;
    private final RunRecords runs;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final JobsSettings settings;
    private final Clock clock;

    Schedules(
            KnownTasks tasks,
            ScheduleRecords stored,
            QuartzTriggers triggers,
            RunRecords runs,
            CurrentUser currentUser,
            AuditLog audit,
            JobsSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.stored = stored;
        this.triggers = triggers;
        this.runs = runs;
        this.currentUser = currentUser;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @PreAuthorize(Rights.LOOK)
    @Transactional(readOnly = true)
    public List<Schedule> list() {
        return tasks.all().stream()
                .sorted(Comparator.comparing(ScheduledTask::name))
                .flatMap(task -> find(task.name()).stream())
                .toList();
    }

    /** Empty for tasks that the clock never starts. */
    @PreAuthorize(Rights.LOOK)
    @Transactional(readOnly = true)
    public Optional<Schedule> find(String task) {
        return tasks.find(task).flatMap(known -> stored.find(task).map(found -> schedule(known, found)));
    }

    /** What a cron expression means, before it is set. */
    @PreAuthorize(Rights.LOOK)
    @Transactional(readOnly = true)
    public CronPlan preview(String cron) {
        return plan(cron);
    }

    @PreAuthorize(Rights.ACT)
    public ScheduleChange changeCron(String task, String cron, String reason) {
        CronPlan plan = plan(cron);
        if (plan instanceof CronPlan.Wrong(Why why)) {
            return new Refused(why);
        }
        String wanted = ((CronPlan.Times) plan).cron();
        return change(task, reason, before -> {
            if (before.cron().equals(wanted)) {
                return Optional.of(Why.ALREADY_SO);
            }
            stored.changeCron(before, wanted, actor(), reason);
            audit.record(actor(), "jobs.schedule.cron", "schedule:" + task, before.cron(), wanted, reason);
            return Optional.empty();
        });
    }

    /** The clock starts the task no more; what runs goes on, and people may still start it. */
    @PreAuthorize(Rights.ACT)
    public ScheduleChange pause(String task, String reason) {
        return change(task, reason, before -> {
            if (before.paused()) {
                return Optional.of(Why.ALREADY_SO);
            }
            stored.pause(before, actor(), reason);
            audit.record(actor(), "jobs.schedule.paused", "schedule:" + task, null, null, reason);
            return Optional.empty();
        });
    }

    /** From its next planned time on; what was missed is not made up for. */
    @PreAuthorize(Rights.ACT)
    public ScheduleChange resume(String task, String reason) {
        return change(task, reason, before -> {
            if (!before.paused()) {
                return Optional.of(Why.ALREADY_SO);
            }
            stored.resume(before, actor(), reason);
            audit.record(actor(), "jobs.schedule.resumed", "schedule:" + task, before.pausedReason(), null, reason);
            return Optional.empty();
        });
    }

    private ScheduleChange change(String task, String reason, Function<ScheduleRecords.Stored, Optional<Why>> change) {
        if (reason.isBlank()) {
            return new Refused(Why.REASON_MISSING);
        }
        Optional<ScheduledTask> known = tasks.find(task);
        Optional<ScheduleRecords.Stored> before = known.flatMap(_ -> stored.lock(task));
        if (before.isEmpty()) {
            return new Refused(Why.UNKNOWN_TASK);
        }
        return change.apply(before.get()).<ScheduleChange>map(Refused::new).orElseGet(() -> {
            ScheduleRecords.Stored after = stored.find(task).orElseThrow();
            triggers.align(after);
            return new Done(schedule(known.orElseThrow(), after));
        });
    }

    private CronPlan plan(String cron) {
        return CronPlan.of(cron, settings.zone(), clock.instant(), PREVIEW, settings.shortestInterval());
    }

    private Schedule schedule(ScheduledTask task, ScheduleRecords.Stored found) {
        return new Schedule(
                task.name(),
                task.titleKey(),
                found.cron(),
                task.cron().orElse(found.cron()),
                found.paused(),
                found.pausedReason(),
                found.changedBy(),
                found.changedAt(),
                triggers.nextFire(task.name()).orElse(null),
                found.lastFiredAt(),
                runs.latestResult(task.name()),
                runs.active(task.name()));
    }

    private Actor actor() {
        return currentUser.actor();
    }
}
