package ru.freesport.console.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/**
 * How fast orders reach 1C and are confirmed, by the task that sends them, over HTTP to a simulated 1C; against a plain
 * program that inserts the same orders' rows into the same server.
 */
public final class OrderBench {

    private static final String TASK = "onec.orders-out";
    private static final double LEAST = 0.3;
    /** Rounds before those that count: a console runs for months, and a young one's compiler takes half a processor. */
    private static final int WARM_UP = 2;

    private final int orders;
    private final int rounds;
    private final Path folder;
    private final BenchReport report;

    public OrderBench(Path folder, int orders, int rounds, PrintStream out) {
        this.folder = folder;
        this.orders = orders;
        this.rounds = rounds;
        this.report = new BenchReport(out);
    }

    /** Returns the figures, by name, as they are printed; {@code application} must be set to call a simulated 1C. */
    public Map<String, Object> run(ApplicationContext application) throws IOException, SQLException {
        SeededOrders seeded = new SeededOrders(application, folder);
        PlainOrders plain = new PlainOrders(application.getBean(javax.sql.DataSource.class));
        List<Double> exported = new ArrayList<>();
        List<Double> inserted = new ArrayList<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            seeded.place(orders);
            double plainly = orders / seconds(plain.insertAgain());
            double byTask = orders / seconds(export(application));
            if (round >= WARM_UP) {
                inserted.add(plainly);
                exported.add(byTask);
            }
        }
        report.figure("orders of a round", orders);
        report.figure("rounds before those that count", WARM_UP);
        report.figure("orders/s inserted plainly", Math.round(Medians.of(inserted, rate -> rate)));
        report.figure("orders/s exported and confirmed", Math.round(Medians.of(exported, rate -> rate)));
        report.atLeast(
                "orders/s, exported over inserted",
                Medians.of(exported, rate -> rate) / Medians.of(inserted, rate -> rate),
                LEAST);
        return report.figures();
    }

    private Duration export(ApplicationContext application) {
        JdbcClient database = application.getBean(JdbcClient.class);
        Runs runs = application.getBean(Runs.class);
        long begin = System.nanoTime();
        int left = unconfirmed(database);
        while (left > 0) {
            RunView run =
                    runs.runHere(RunRequest.of(TASK, RunTrigger.COMMAND_LINE, Actor.commandLine()), RunWatcher.NONE);
            int now = unconfirmed(database);
            if (run.state() != RunState.COMPLETED || now >= left) {
                throw new IllegalStateException(
                        "run " + run.id() + " ended " + run.state() + " with " + now + " orders unconfirmed");
            }
            left = now;
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static int unconfirmed(JdbcClient database) {
        return database.sql("SELECT count(*) FROM order_part WHERE export_state <> 'CONFIRMED'")
                .query(Integer.class)
                .single();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
