package ru.freesport.console.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The circuits without the screens; what is decided here holds on every node at once. */
@Command(name = "breaker", description = "Circuit breakers", mixinStandardHelpOptions = true)
final class BreakerCommand implements Runnable {

    private final Function<String[], ConfigurableApplicationContext> application;

    @Spec
    private @Nullable CommandSpec spec;

    BreakerCommand(Function<String[], ConfigurableApplicationContext> application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Name a command; breaker --help lists them.");
    }

    @Command(mixinStandardHelpOptions = true, description = "Every circuit with its state")
    int list(@Option(names = "--json", description = "one JSON document") boolean json) {
        return with(circuits -> shown(circuits.list(), json));
    }

    @Command(mixinStandardHelpOptions = true, description = "Holds a circuit open: no call passes until then")
    int open(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "for the history") String reason,
            @Option(
                            names = "--for",
                            defaultValue = "30m",
                            converter = Length.class,
                            description = "30m, 2h; at most 24h")
                    Duration length,
            @Option(names = "--json", description = "one JSON document") boolean json) {
        return with(circuits -> shown(List.of(circuits.open(name, reason, length)), json));
    }

    @Command(mixinStandardHelpOptions = true, description = "Holds a circuit closed: calls pass whatever happens")
    int close(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "for the history") String reason,
            @Option(
                            names = "--for",
                            defaultValue = "30m",
                            converter = Length.class,
                            description = "30m, 2h; at most 24h")
                    Duration length,
            @Option(names = "--json", description = "one JSON document") boolean json) {
        return with(circuits -> shown(List.of(circuits.close(name, reason, length)), json));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ends an override or an open state: closed, nothing counted")
    int reset(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "for the history") String reason,
            @Option(names = "--json", description = "one JSON document") boolean json) {
        return with(circuits -> shown(List.of(circuits.reset(name, reason)), json));
    }

    private int with(Function<Circuits, Function<JsonMapper, List<String>>> act) {
        try (var context = application.apply(new String[0])) {
            List<String> lines = RunAs.actor(
                    Actor.commandLine(),
                    () -> act.apply(context.getBean(Circuits.class)).apply(context.getBean(JsonMapper.class)));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            lines.forEach(out::println);
            out.flush();
            return ExitCode.OK;
        } catch (IllegalArgumentException refused) {
            Objects.requireNonNull(spec).commandLine().getErr().println(refused.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static Function<JsonMapper, List<String>> shown(List<Circuit> circuits, boolean json) {
        return mapper -> json
                ? List.of(mapper.writeValueAsString(circuits))
                : circuits.stream().map(BreakerCommand::line).toList();
    }

    private static String line(Circuit circuit) {
        Circuit.Override word = circuit.override();
        String more = word != null
                ? "until " + word.until() + " by " + word.by() + ": " + word.reason()
                : circuit.openUntil() != null ? "probe at " + circuit.openUntil() : "";
        return "%-22s %-12s %3d failures  %s"
                .formatted(circuit.name(), circuit.state(), circuit.failures(), more)
                .stripTrailing();
    }

    /** Reads 30m, 2h, 90s. */
    static final class Length implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException unreadable) {
                throw new TypeConversionException("'" + text + "' is not a length such as 30m or 2h");
            }
        }
    }
}
