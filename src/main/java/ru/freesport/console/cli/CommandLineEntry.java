package ru.freesport.console.cli;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** What {@code ./console …} runs: parses the words, then starts as much of the application as the command needs. */
public final class CommandLineEntry {

    private CommandLineEntry() {}

    public static void main(Class<?> application, String[] arguments) {
        Application console = new Application(application);
        int exitCode = new CommandLine(new ConsoleCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        if (exitCode != ConsoleCommand.KEEPS_RUNNING) {
            System.exit(exitCode);
        }
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
