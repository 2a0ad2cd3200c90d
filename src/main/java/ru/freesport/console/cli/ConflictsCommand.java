package ru.freesport.console.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.ConflictDecisions;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictOutcome;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.StrategyChoices;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The queue of customer conflicts without the screens; the same rules hold, the second person among them. */
@Command(name = "conflicts", description = "Customer conflicts with 1C", mixinStandardHelpOptions = true)
final class ConflictsCommand implements Runnable {

    private final Function<String[], ConfigurableApplicationContext> application;

    @Spec
    private @Nullable CommandSpec spec;

    ConflictsCommand(Function<String[], ConfigurableApplicationContext> application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Name a command; conflicts --help lists them.");
    }

    @Command(mixinStandardHelpOptions = true, description = "What waits for a decision, what is due first comes first")
    int list(
            @Option(names = "--all", description = "the decided and closed ones too") boolean all,
            @Option(names = "--limit", defaultValue = "100", description = "most rows") int limit,
            @Option(names = "--json", description = "one JSON document") boolean json) {
        ConflictFilter filter = all ? ConflictFilter.ALL : ConflictFilter.WAITING;
        return with(context -> {
            List<ConflictRow> rows = context.getBean(Conflicts.class).page(filter, null, limit);
            if (json) {
                print(context, rows.stream().map(ConflictsCommand::shown).toList());
            } else {
                rows.forEach(row -> out().println(line(row)));
            }
            return ExitCode.DONE;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Decides every field of a conflict by one strategy")
    int resolve(
            @Parameters(paramLabel = "ID") long id,
            @Option(
                            names = "--strategy",
                            required = true,
                            paramLabel = "S",
                            description = "PLATFORM_WINS, ONEC_WINS or MERGE_SMART")
                    Strategy strategy,
            @Option(names = "--reason", required = true, description = "for the history") String reason,
            @Option(names = "--json", description = "one JSON document") boolean json) {
        return with(context -> {
            Optional<ConflictDetails> found = context.getBean(Conflicts.class).open(id);
            if (found.isEmpty()) {
                return wrong("There is no conflict " + id);
            }
            Optional<List<FieldDecision>> choices =
                    StrategyChoices.of(found.get().fields(), strategy).filter(all -> !all.isEmpty());
            if (choices.isEmpty()) {
                return wrong(strategy + " leaves conflict " + id + " to a person");
            }
            long version = found.get().row().version();
            return told(
                    context,
                    context.getBean(ConflictDecisions.class).decide(id, version, choices.get(), reason),
                    id,
                    json);
        });
    }

    private int told(ConfigurableApplicationContext context, ConflictOutcome outcome, long id, boolean json) {
        return switch (outcome) {
            case ConflictOutcome.Done done ->
                said(
                        context,
                        done.details().row(),
                        "decided; it leaves for 1C after "
                                + done.details().row().holdUntil(),
                        json);
            case ConflictOutcome.Proposed proposed ->
                said(context, proposed.details().row(), "proposed; an INN or e-mail takes a second person", json);
            case ConflictOutcome.ClaimedBySomebody claimed -> failed(claimed.who() + " works on conflict " + id);
            case ConflictOutcome.Clash clash -> failed(clash.who() + " was quicker, at " + clash.at());
            case ConflictOutcome.Refused refused -> wrong("Conflict " + id + ": " + refused.why());
            case ConflictOutcome.Unknown _ -> wrong("There is no conflict " + id);
        };
    }

    private int said(ConfigurableApplicationContext context, ConflictRow row, String words, boolean json) {
        if (json) {
            print(context, shown(row));
        } else {
            out().println("Conflict " + row.id() + ": " + words);
        }
        return ExitCode.DONE;
    }

    private int with(Function<ConfigurableApplicationContext, Integer> act) {
        try (var context = application.apply(new String[0])) {
            int code = RunAs.actor(Actor.commandLine(), () -> act.apply(context));
            out().flush();
            return code;
        }
    }

    private void print(ConfigurableApplicationContext context, Object document) {
        out().println(context.getBean(JsonMapper.class).writeValueAsString(document));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private int wrong(String words) {
        Objects.requireNonNull(spec).commandLine().getErr().println(words);
        return ExitCode.WRONG_INPUT;
    }

    private int failed(String words) {
        Objects.requireNonNull(spec).commandLine().getErr().println(words);
        return ExitCode.FAILED;
    }

    private static Map<String, Object> shown(ConflictRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.id());
        shown.put("kind", row.kind());
        shown.put("state", row.state());
        shown.put("severity", row.severity());
        shown.put("name", row.name());
        shown.put("onecId", row.onecId());
        shown.put("customerId", row.customerId());
        shown.put("fields", row.fields());
        shown.put("openedAt", row.openedAt());
        shown.put("dueAt", row.dueAt());
        shown.put("returned", row.returned());
        shown.put("claimedBy", row.claimedBy());
        shown.put("awaitsSecondPerson", row.awaitsSecond());
        shown.put("holdUntil", row.holdUntil());
        return shown;
    }

    private static String line(ConflictRow row) {
        String fields = row.fields().isEmpty()
                ? row.kind().name()
                : row.fields().stream().map(Enum::name).collect(Collectors.joining(","));
        return "%8d %-9s %-6s %-20s due %s  %s%s"
                .formatted(
                        row.id(),
                        row.state(),
                        row.severity(),
                        fields,
                        row.dueAt(),
                        row.name(),
                        row.awaitsSecond() ? "  (waits for a second person)" : "");
    }
}
