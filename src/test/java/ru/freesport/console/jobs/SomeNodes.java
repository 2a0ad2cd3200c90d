package ru.freesport.console.jobs;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Builds more nodes on the test's database, each with a dispatcher and tasks of its own. */
class SomeNodes implements AutoCloseable {

    static final JobsSettings SETTINGS = new JobsSettings(
            true,
            "some",
            4,
            Duration.ofSeconds(15),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            3,
            Duration.ofSeconds(10),
            ZoneId.of("Europe/Moscow"));

    private final DataSource dataSource;
    private final JdbcClient database;
    private final RunRows rows;
    private final TransactionOperations transaction;
    private final List<SomeNode> built = new ArrayList<>();

    SomeNodes(DataSource dataSource, RunRows rows, TransactionOperations transaction) {
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
        this.rows = rows;
        this.transaction = transaction;
    }

    record SomeNode(Runs runs, Runner runner, Dispatcher dispatcher, Recovery recovery, Node node) {}

    SomeNode with(ScheduledTask... tasks) {
        return with(SETTINGS, tasks);
    }

    SomeNode with(JobsSettings settings, ScheduledTask... tasks) {
        Node node = Node.of(settings);
        KnownTasks known = new KnownTasks(() -> Stream.of(tasks));
        Leases leases = new Leases(database);
        RunRecords records = new RunRecords(database, rows);
        RunTransitions transitions = new RunTransitions(database, records, rows, leases, transaction);
        Recovery recovery = new Recovery(database, records, transitions, transaction, settings);
        Runner runner = new Runner(database, leases, records, rows, transitions, recovery, settings);
        Dispatcher dispatcher =
                new Dispatcher(dataSource, database, known, transitions, recovery, runner, node, settings);
        Runs runs = new Runs(database, records, transitions, transaction, known, recovery, runner, node, settings);
        SomeNode some = new SomeNode(runs, runner, dispatcher, recovery, node);
        built.add(some);
        return some;
    }

    @Override
    public void close() {
        built.forEach(some -> some.dispatcher().stop());
        built.forEach(some -> some.runner().stop());
    }
}
