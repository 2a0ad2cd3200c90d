package ru.freesport.console.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.jobs.RunEvent;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.onec.PullReport;
import ru.freesport.console.payments.ReceiptsTask;
import ru.freesport.console.payments.ReconciliationTask;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Translations;

/** {@code ./console sync FLOW}: one flow now, as its schedule would do it. */
@Command(mixinStandardHelpOptions = true, name = "sync", description = "Runs one exchange flow now")
final class SyncCommand implements Callable<Integer> {

    private final CommandLineEntry.Application application;

    /** What is not exchanged with 1C; the day of a reconciliation is said with {@code --since}. */
    private static final Map<String, String> MONEY =
            Map.of("receipts", ReceiptsTask.NAME, "reconcile-payments", ReconciliationTask.NAME);

    @Parameters(
            paramLabel = "FLOW",
            description = "catalog, prices, stock, customers, orders, order-statuses, receipts or reconcile-payments")
    private String flow = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what changed since then instead of since the last time: " + SinceTime.FORMS)
    private @Nullable String since;

    @Option(
            names = "--ids",
            split = ",",
            paramLabel = "A,B",
            description = "Only these: 1C's ids, or numbers of orders or customers")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON document on standard output")
    private boolean json;

    SyncCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Optional<String> task =
                ExchangeFlow.ofCode(flow).map(ExchangeFlow::task).or(() -> Optional.ofNullable(MONEY.get(flow)));
        if (task.isEmpty()) {
            System.err.println("There is no flow \"" + flow + "\". Flows: " + ExchangeFlow.codes() + ", "
                    + String.join(", ", new TreeSet<>(MONEY.keySet())));
            return ExitCode.WRONG_INPUT;
        }
        if (since != null && !isTime(since)) {
            System.err.println("\"" + since + "\" is no moment. Write " + SinceTime.FORMS);
            return ExitCode.WRONG_INPUT;
        }
        try (var context = application.open()) {
            return run(context, request(task.get(), context));
        }
    }

    private RunRequest request(String task, ApplicationContext context) {
        RunRequest request = RunRequest.of(task, RunTrigger.COMMAND_LINE, Actor.commandLine())
                .dry(dryRun);
        if (since != null) {
            ZoneId shop = ZoneId.of(context.getEnvironment().getRequiredProperty("freesport.shared.zone"));
            Instant from = SinceTime.parse(since, shop);
            request = task.equals(ReconciliationTask.NAME)
                    ? request.with(
                            ReconciliationTask.DAY,
                            LocalDate.ofInstant(from, shop).toString())
                    : request.with("since", from.toString());
        }
        return ids.isEmpty() ? request : request.with("ids", String.join(",", ids));
    }

    private int run(ApplicationContext context, RunRequest request) {
        Runs runs = context.getBean(Runs.class);
        PullImports imports = context.getBean(PullImports.class);
        RunProgressLine progress = RunProgressLine.onStandardError();
        RunView first = runs.runHere(request, progress);
        warnings(runs, first);
        RunView last = imports.importAfter(first)
                .map(order -> runs.runHere(order, progress))
                .orElse(first);
        progress.finish();
        Duration duration = last == first ? first.elapsed() : first.elapsed().plus(last.elapsed());
        long bytes = imports.report(first).map(PullReport::bytes).orElse(0L);
        RunReport report = RunReport.of(context, last, duration, bytes);
        if (json) {
            report.json(System.out);
        } else {
            report.table(System.out);
        }
        report.problems(System.err);
        return ExitCode.ofFlow(last);
    }

    /** What the run would tell on its page. */
    private static void warnings(Runs runs, RunView run) {
        Translations words = Translations.of(Translations.ENGLISH);
        runs.events(run.id()).stream()
                .filter(event -> event.kind() == RunEvent.Kind.WARNING)
                .forEach(event -> System.err.println(
                        words.text(event.message(), event.args().toArray())));
    }

    private static boolean isTime(String text) {
        try {
            return SinceTime.parse(text, ZoneOffset.UTC).isBefore(Instant.MAX);
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
