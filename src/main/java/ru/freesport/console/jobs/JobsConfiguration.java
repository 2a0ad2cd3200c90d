package ru.freesport.console.jobs;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together this node's part in the work. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    @Bean
    Node node(JobsSettings settings) {
        return Node.of(settings);
    }

    @Bean
    KnownTasks knownTasks(ObjectProvider<ScheduledTask> tasks) {
        return new KnownTasks(tasks::orderedStream);
    }

    @Bean
    Runner runner(
            JdbcClient database,
            Leases leases,
            RunRecords records,
            RunRows rows,
            RunTransitions transitions,
            Recovery recovery,
            JobsSettings settings) {
        return new Runner(database, leases, records, rows, transitions, recovery, settings);
    }

    @Bean
    @Profile("!command")
    @ConditionalOnBooleanProperty(name = "freesport.jobs.enabled", matchIfMissing = true)
    Dispatcher dispatcher(
            DataSource dataSource,
            JdbcClient database,
            KnownTasks tasks,
            RunTransitions transitions,
            Recovery recovery,
            Runner runner,
            Node node,
            JobsSettings settings) {
        return new Dispatcher(dataSource, database, tasks, transitions, recovery, runner, node, settings);
    }
}
