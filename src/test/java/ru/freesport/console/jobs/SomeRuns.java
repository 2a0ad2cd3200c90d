package ru.freesport.console.jobs;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Works on runs of a task that a test built itself, on a node of their own beside the application's. */
@Component
public class SomeRuns {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private RunRows rows;

    @Autowired
    private TransactionOperations transaction;

    /** Works on one run to its end in this thread. */
    public RunView run(ScheduledTask task, RunRequest request) {
        JdbcClient database = JdbcClient.create(dataSource);
        JobsSettings settings = SomeNodes.SETTINGS;
        Node node = Node.of(settings);
        KnownTasks known = new KnownTasks(() -> Stream.of(task));
        Leases leases = new Leases(database);
        RunRecords records = new RunRecords(database, rows);
        RunTransitions transitions = new RunTransitions(database, records, rows, leases, transaction);
        Recovery recovery = new Recovery(database, records, transitions, transaction, settings);
        Runner runner = new Runner(database, leases, records, rows, transitions, recovery, settings);
        return new Runs(database, records, transitions, transaction, known, recovery, runner, node, settings)
                .runHere(request, RunWatcher.NONE);
    }
}
