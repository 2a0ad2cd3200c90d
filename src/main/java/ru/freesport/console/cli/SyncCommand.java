package ru.freesport.console.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.outgoing.OrdersOutTask;
import ru.freesport.console.shared.Actor;

/** {@code ./console sync FLOW}: one flow now, as its schedule would do it. */
@Command(mixinStandardHelpOptions = true, name = "sync", description = "Runs one exchange flow now")
final class SyncCommand implements Callable<Integer> {

    /** Flows of the command line by the task that does them. */
    private static final Map<String, String> FLOWS = new TreeMap<>(Map.of("orders", OrdersOutTask.NAME));

    private final CommandLineEntry.Application application;

    @Parameters(paramLabel = "FLOW", description = "orders")
    private String flow = "";

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON document on standard output")
    private boolean json;

    SyncCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        String task = FLOWS.get(flow);
        if (task == null) {
            System.err.println("There is no flow \"" + flow + "\". Flows: " + String.join(", ", FLOWS.keySet()));
            return ExitCode.WRONG_INPUT;
        }
        try (var context = application.open()) {
            RunProgressLine progress = RunProgressLine.onStandardError();
            RunView run = context.getBean(Runs.class)
                    .runHere(
                            RunRequest.of(task, RunTrigger.COMMAND_LINE, Actor.commandLine())
                                    .dry(dryRun),
                            progress);
            progress.finish();
            RunReport report = RunReport.of(context, run, run.elapsed(), 0);
            if (json) {
                report.json(System.out);
            } else {
                report.table(System.out);
            }
            report.problems(System.err);
            return ExitCode.of(run);
        }
    }
}
