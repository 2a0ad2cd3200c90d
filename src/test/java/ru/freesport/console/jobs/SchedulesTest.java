package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.JobExecutionContextImpl;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.TriggerFiredBundle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.jobs.ScheduleChange.Done;
import ru.freesport.console.jobs.ScheduleChange.Refused;
import ru.freesport.console.jobs.ScheduleChange.Why;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class SchedulesTest {

    private static final String NIGHTLY = "0 0 3 * * ?";

    @Autowired
    private Schedules asDeployed;

    @Autowired
    private RunControl control;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private ScheduleRecords stored;

    @Autowired
    private RunRecords records;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private RunRows rows;

    @Autowired
    private TransactionTemplate transaction;

    private final SomeTask task = new SomeTask(_ -> RunState.COMPLETED);
    private final KnownTasks tasks = new KnownTasks(() -> Stream.of(new Nightly(task)));
    private QuartzTriggers triggers;
    private Schedules schedules;
    private SomeNodes nodes;
    private Runs runs;

    private record Nightly(ScheduledTask task) implements ScheduledTask {
        @Override
        public String name() {
            return task.name();
        }

        @Override
        public Optional<String> cron() {
            return Optional.of(NIGHTLY);
        }

        @Override
        public RunState run(RunContext context) throws Exception {
            return task.run(context);
        }
    }

    @BeforeEach
    void introduce() {
        triggers = new QuartzTriggers(scheduler, SomeNodes.SETTINGS);
        schedules = new Schedules(
                tasks, stored, triggers, records, currentUser, audit, SomeNodes.SETTINGS, Clock.systemUTC());
        nodes = new SomeNodes(dataSource, rows, transaction);
        runs = nodes.with(task).runs();
        start(NIGHTLY);
    }

    @AfterEach
    void forget() throws SchedulerException {
        scheduler.unscheduleJob(key());
        nodes.close();
    }

    @Test
    void aTaskBeginsWithTheScheduleOfItsCode() {
        Schedule schedule = schedules.find(task.name()).orElseThrow();
        assertThat(schedule.cron()).isEqualTo(NIGHTLY);
        assertThat(schedule.nextFire()).isAfter(Instant.now());
        assertThat(schedule.lastResult()).isEmpty();
        assertThat(schedules.list()).containsExactly(schedule);
    }

    @Test
    void anUntouchedScheduleFollowsTheCode() throws SchedulerException {
        start("0 0 4 * * ?");
        assertThat(((CronTriggerImpl) scheduler.getTrigger(key())).getCronExpression())
                .isEqualTo("0 0 4 * * ?");
    }

    @Test
    void whatAPersonSetSurvivesARestart() throws SchedulerException {
        assertThat(schedules.changeCron(task.name(), "0 0/30 * * * ?", "prices are late"))
                .isInstanceOf(Done.class);
        start(NIGHTLY);
        assertThat(schedules.find(task.name()).orElseThrow().cron()).isEqualTo("0 0/30 * * * ?");
        assertThat(((CronTriggerImpl) scheduler.getTrigger(key())).getCronExpression())
                .isEqualTo("0 0/30 * * * ?");
        assertThat(database.sql("SELECT actor_name || ' ' || was || ' -> ' || became || ': ' || reason"
                                + " FROM schedule_change WHERE task = ?")
                        .param(task.name())
                        .query(String.class)
                        .single())
                .isEqualTo("olga 0 0 3 * * ? -> 0 0/30 * * * ?: prices are late");
    }

    @Test
    void aRestartLeavesAnUnchangedTriggerAlone() throws SchedulerException {
        Date planned = scheduler.getTrigger(key()).getStartTime();
        start(NIGHTLY);
        assertThat(scheduler.getTrigger(key()).getStartTime()).isEqualTo(planned);
    }

    @Test
    void aWrongCronIsRefusedAndChangesNothing() {
        assertThat(schedules.changeCron(task.name(), "at noon", "why not")).isEqualTo(new Refused(Why.CRON_MALFORMED));
        assertThat(schedules.changeCron(task.name(), "0 0 5 * * ?", " ")).isEqualTo(new Refused(Why.REASON_MISSING));
        assertThat(schedules.changeCron(task.name(), NIGHTLY, "again")).isEqualTo(new Refused(Why.ALREADY_SO));
        assertThat(schedules.changeCron("no-such", NIGHTLY, "x")).isEqualTo(new Refused(Why.UNKNOWN_TASK));
        assertThat(schedules.find(task.name()).orElseThrow().cron()).isEqualTo(NIGHTLY);
    }

    @Test
    void aPausedTaskIsNotStartedByTheClockUntilItIsResumed() throws Exception {
        schedules.pause(task.name(), "1C is being updated");
        Schedule paused = schedules.find(task.name()).orElseThrow();
        assertThat(paused.paused()).isTrue();
        assertThat(paused.pausedReason()).isEqualTo("1C is being updated");
        assertThat(paused.changedBy()).isEqualTo("olga");
        assertThat(paused.nextFire()).isNull();
        start(NIGHTLY);
        assertThat(scheduler.getTrigger(key())).as("after a restart").isNull();
        // a node that had acquired the trigger a moment before
        fire(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(runs.latest(task.name())).isEmpty();

        schedules.resume(task.name(), "done");
        assertThat(schedules.find(task.name()).orElseThrow().nextFire()).isNotNull();
        assertThat(schedules.resume(task.name(), "again")).isEqualTo(new Refused(Why.ALREADY_SO));
    }

    @Test
    void aFireQueuesARunAndIsRemembered() throws Exception {
        fire(Instant.parse("2026-11-24T00:00:00Z"));
        Schedule schedule = schedules.find(task.name()).orElseThrow();
        assertThat(schedule.lastFiredAt()).isNotNull();
        assertThat(schedule.now()).extracting(RunView::trigger).containsExactly(RunTrigger.SCHEDULE);
        schedules.changeCron(task.name(), "0 0 5 * * ?", "later");
        assertThat(schedules.find(task.name()).orElseThrow().lastFiredAt()).isEqualTo(schedule.lastFiredAt());
    }

    @Test
    void twoFiresWhileARunWaitsBecomeOneRun() throws Exception {
        fire(Instant.parse("2026-11-24T00:00:00Z"));
        fire(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(runs.active(task.name())).hasSize(1);
        assertThat(runs.events(runs.latest(task.name()).orElseThrow().id()))
                .extracting(RunEvent::message)
                .containsExactly("jobs.event.queued", "jobs.event.fire-skipped");
    }

    @Test
    void theSameFireTwiceIsOneRunEvenIfTheFirstIsOver() throws Exception {
        Instant slot = Instant.parse("2026-11-24T00:00:00Z");
        fire(slot);
        runs.cancel(runs.latest(task.name()).orElseThrow().id(), ru.freesport.console.shared.Actor.system(), "over");
        fire(slot);
        assertThat(runs.active(task.name())).isEmpty();
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerMayLookAndNothingMore() {
        assertThat(asDeployed.list()).isNotNull();
        assertThatThrownBy(() -> asDeployed.pause("any", "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asDeployed.resume("any", "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asDeployed.changeCron("any", NIGHTLY, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> control.cancel(1, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> control.rerun(1, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> control.release(1, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> control.start(
                        RunRequest.of("any", RunTrigger.MANUAL, ru.freesport.console.shared.Actor.person("admin"))
                                .because("x")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatAPersonDoesToARunCarriesTheirNameAndIsAudited() {
        var here = new RunControl(runs, currentUser, audit);
        long id = here.start(RunRequest.of(task.name(), RunTrigger.MANUAL, ru.freesport.console.shared.Actor.system())
                .because("the shop waits"));
        assertThat(runs.find(id).orElseThrow().actor()).isEqualTo(ru.freesport.console.shared.Actor.person("olga"));
        assertThat(here.cancel(id, "enough")).isTrue();
        assertThatThrownBy(() -> here.rerun(id, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(database.sql("SELECT action || ': ' || reason FROM audit_entry WHERE subject = ? ORDER BY id")
                        .param("run:" + id)
                        .query(String.class)
                        .list())
                .containsExactly("jobs.run.started: the shop waits", "jobs.run.cancelled: enough");
    }

    /** What every node does when it starts. */
    private void start(String standardCron) {
        stored.introduce(task.name(), standardCron);
        triggers.align(stored.find(task.name()).orElseThrow());
    }

    private void fire(Instant slot) throws JobExecutionException {
        var job = new TaskJob(tasks, stored, runs, transaction);
        var detail = JobBuilder.newJob(TaskJob.class).withIdentity(task.name()).build();
        var trigger = new CronTriggerImpl();
        trigger.setName(task.name());
        Date at = Date.from(slot);
        job.execute(new JobExecutionContextImpl(
                scheduler, new TriggerFiredBundle(detail, trigger, null, false, at, at, null, null), job));
    }

    private TriggerKey key() {
        return TriggerKey.triggerKey(task.name(), "tasks");
    }
}
