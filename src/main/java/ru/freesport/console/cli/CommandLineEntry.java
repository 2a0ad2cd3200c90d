package ru.freesport.console.cli;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** What {@code ./console …} runs: parses the words, then starts as much of the application as the command needs. */
public final class CommandLineEntry {

    static final int FAILED = 3;

    private CommandLineEntry() {}

    public static void main(Class<?> application, String[] arguments) {
        int exitCode = commands(new Application(application)).execute(arguments);
        if (exitCode != ConsoleCommand.KEEPS_RUNNING) {
            System.exit(exitCode);
        }
    }

    /** Every command of the launcher; a command that fails unexpectedly says why and ends with {@link #FAILED}. */
    private static CommandLine commands(Application application) {
        return new CommandLine(new ConsoleCommand(application))
                .addSubcommand(new ImportCommand(application))
                .addSubcommand(new ReplayCommand(application))
                .addSubcommand(new BenchCommand(application))
                .addSubcommand(new GenerateExportCommand())
                .addSubcommand(new BreakerCommand(application::open))
                .addSubcommand(new ConflictsCommand(application::open))
                .addSubcommand(new SyncCommand(application))
                .addSubcommand(new UserCommand(application::open))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(_ -> FAILED);
    }

    /** Starts the Spring application in the shape a command asks for. */
    record Application(Class<?> type) {

        ConfigurableApplicationContext serve(String... arguments) {
            return new SpringApplicationBuilder(type).run(arguments);
        }

        /** Without a web server and without the scheduler: for management commands. */
        ConfigurableApplicationContext open(String... arguments) {
            return new SpringApplicationBuilder(type)
                    .web(WebApplicationType.NONE)
                    .profiles("command")
                    .run(arguments);
        }
    }
}
