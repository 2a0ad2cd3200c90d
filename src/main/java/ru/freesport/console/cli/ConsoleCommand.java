package ru.freesport.console.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands: {@code ./console COMMAND}. */
@Command(name = "console", mixinStandardHelpOptions = true, description = "FREESPORT Console")
final class ConsoleCommand implements Runnable {

    /** Not an exit code: the command started a server that lives on. */
    static final int KEEPS_RUNNING = Integer.MIN_VALUE;

    private static final int MANAGEMENT_PORT_DISTANCE = 10;

    private final CommandLineEntry.Application application;

    @Spec
    private @Nullable CommandSpec spec;

    ConsoleCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "Name a command; --help lists them.");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Production: the configured database, or the embedded one in FREESPORT_HOME")
    int run(@Option(names = "--port", defaultValue = "0", description = "HTTP port") int port) {
        return serve(port, List.of());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "The main job on embedded defaults, with demo users and data")
    int demo(@Option(names = "--port", defaultValue = "8080", description = "HTTP port") int port) {
        // two demos on one machine must not meet on any port
        int http = port + 1;
        int ftp = port + 2;
        return serve(
                port,
                List.of(
                        "--spring.profiles.active=demo",
                        "--management.server.port=" + (port + MANAGEMENT_PORT_DISTANCE),
                        "--freesport.simulator.http-port=" + http,
                        "--freesport.simulator.ftp-port=" + ftp,
                        "--freesport.simulator.console=http://localhost:" + port,
                        "--freesport.onec.http.base-url=http://localhost:" + http + "/onec",
                        "--freesport.onec.ftp.port=" + ftp,
                        "--freesport.payments.yookassa.base-url=http://localhost:" + http + "/yookassa"));
    }

    private int serve(int port, List<String> more) {
        List<String> arguments = new ArrayList<>(more);
        if (port > 0) {
            arguments.add("--server.port=" + port);
        }
        var context = (ServletWebServerApplicationContext) application.serve(arguments.toArray(String[]::new));
        System.out.println("Console ready at http://localhost:"
                + java.util.Objects.requireNonNull(context.getWebServer()).getPort());
        return KEEPS_RUNNING;
    }
}
