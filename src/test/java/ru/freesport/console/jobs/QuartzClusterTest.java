package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.quartz.impl.SchedulerRepository;
import org.quartz.spi.JobFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;

/** Two real Quartz nodes on one store: each fire becomes at most one run, and no two runs overlap. */
@ConsoleTest
class QuartzClusterTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ScheduleRecords stored;

    @Autowired
    private RunRows rows;

    @Autowired
    private JdbcClient database;

    @Test
    void aTaskThatFiresEverySecondOnTwoNodesRunsOnceAtATime() throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var task = new SomeTask(_ -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            atOnce.decrementAndGet();
            return RunState.COMPLETED;
        });
        stored.introduce(task.name(), "* * * * * ?");
        String name = "cluster-" + UUID.randomUUID();
        try (var nodes = new SomeNodes(dataSource, rows, transaction)) {
            var one = nodes.with(task);
            var two = nodes.with(task);
            SchedulerFactoryBean first = scheduler(name, "one", task, one.runs());
            SchedulerFactoryBean second = scheduler(name, "two", task, two.runs());
            try {
                one.dispatcher().start();
                two.dispatcher().start();
                new QuartzTriggers(first.getObject(), SomeNodes.SETTINGS)
                        .align(stored.find(task.name()).orElseThrow());
                first.start();
                second.start();
                await().atMost(Duration.ofSeconds(40)).until(() -> endedRuns(task) >= 3);
            } finally {
                first.destroy();
                second.destroy();
            }
        }
        assertThat(most).hasValue(1);
        assertThat(database.sql("""
                                SELECT count(*) FROM job_run a JOIN job_run b
                                    ON a.task = b.task AND a.id < b.id
                                   AND tstzrange(a.started_at, a.finished_at) && tstzrange(b.started_at, b.finished_at)
                                WHERE a.task = ?
                                """).param(task.name()).query(Long.class).single())
                .as("overlapping runs")
                .isZero();
        assertThat(database.sql("""
                                SELECT count(*) <= extract(epoch FROM max(queued_at) - min(queued_at)) + 2
                                FROM job_run WHERE task = ?
                                """).param(task.name()).query(Boolean.class).single())
                .as("no more runs than seconds")
                .isTrue();
    }

    private int endedRuns(SomeTask task) {
        return database.sql("SELECT count(*)::int FROM job_run WHERE task = ? AND state = 'COMPLETED'")
                .param(task.name())
                .query(Integer.class)
                .single();
    }

    private SchedulerFactoryBean scheduler(String name, String node, SomeTask task, Runs runs) throws Exception {
        JobFactory factory = (_, _) -> new TaskJob(new KnownTasks(() -> Stream.of(task)), stored, runs, transaction);
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceId", node);
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        SchedulerFactoryBean bean = new SchedulerFactoryBean();
        bean.setSchedulerName(name);
        bean.setDataSource(dataSource);
        bean.setTransactionManager(transactions);
        bean.setQuartzProperties(properties);
        bean.setJobFactory(factory);
        bean.setAutoStartup(false);
        bean.afterPropertiesSet();
        // Quartz knows one scheduler of a name per process; two nodes in one process are for tests only
        SchedulerRepository.getInstance().remove(name);
        return bean;
    }
}
