package ru.freesport.console.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.PacketImport;
import ru.freesport.console.shared.Actor;

/** {@code ./console replay MESSAGE_ID}: one stored message again, as it was received. */
@Command(mixinStandardHelpOptions = true, name = "replay", description = "Work on one stored exchange message again")
final class ReplayCommand implements Callable<Integer> {

    private final CommandLineEntry.Application application;

    @Parameters(paramLabel = "MESSAGE_ID")
    private long messageId;

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing")
    private boolean dryRun;

    @Option(names = "--reason", defaultValue = "command line", description = "Goes into the log")
    private String reason = "";

    @Option(names = "--json", description = "One JSON document on standard output")
    private boolean json;

    ReplayCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = application.open()) {
            RunProgressLine progress = RunProgressLine.onStandardError();
            RunView run = context.getBean(Runs.class)
                    .runHere(
                            context.getBean(PacketImport.class)
                                    .replayRequest(messageId, dryRun, Actor.commandLine(), reason),
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
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            return ExitCode.WRONG_INPUT;
        }
    }
}
