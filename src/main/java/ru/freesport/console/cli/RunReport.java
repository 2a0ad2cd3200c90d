package ru.freesport.console.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.Findings;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.RunCounts;
import tools.jackson.databind.json.JsonMapper;

/** What an import came to: a table for people, one JSON document for machines. */
record RunReport(RunView run, Duration duration, long bytes, Map<String, KindCounts> counts, GuardVerdict found) {

    static RunReport of(ApplicationContext context, RunView run, Duration duration, long bytes) {
        return new RunReport(
                run,
                duration,
                bytes,
                context.getBean(RunCounts.class).of(run.id()),
                context.getBean(Findings.class).counted(run.id()));
    }

    void json(PrintStream out) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runId", run.id());
        document.put("status", run.state());
        document.put("dryRun", run.dryRun());
        document.put("durationMs", duration.toMillis());
        document.put("bytes", bytes);
        document.put("counts", counts);
        if (!found.counts().isEmpty()) {
            Map<String, Object> findings = new LinkedHashMap<>();
            found.counts().forEach(count -> findings.put(count.kind().name(), count.found()));
            document.put("findings", findings);
        }
        if (run.dryRun()) {
            document.put("wouldBeHeld", found.isOver());
        }
        if (run.errorMessage() != null) {
            document.put("error", Map.of("type", String.valueOf(run.errorType()), "message", run.errorMessage()));
        }
        out.println(new JsonMapper().writeValueAsString(document));
    }

    void table(PrintStream out) {
        out.printf(
                "%-16s %10s %10s %10s %10s %8s %8s %8s%n",
                "kind", "read", "created", "changed", "unchanged", "held", "parked", "rejected");
        counts.forEach((kind, count) -> out.printf(
                Locale.ROOT,
                "%-16s %10d %10d %10d %10d %8d %8d %8d%n",
                kind,
                count.read(),
                count.created(),
                count.changed(),
                count.unchanged(),
                count.held(),
                count.parked(),
                count.rejected()));
        out.printf(
                Locale.ROOT,
                "Run %d: %s, %d changes, %.1f s%s%n",
                run.id(),
                run.state(),
                changes(),
                duration.toMillis() / 1000.0,
                ending());
    }

    private String ending() {
        if (run.dryRun()) {
            return ", a dry run: nothing was changed";
        }
        return run.state() == RunState.HELD ? ", nothing of it is in force" : "";
    }

    void problems(PrintStream err) {
        if (found.isOver()) {
            err.println(run.dryRun() ? "A real run would be held for approval:" : "The packet is held for approval:");
            found.counts().stream().filter(GuardVerdict.Count::over).forEach(count -> err.println("  " + words(count)));
        }
        if (run.state() == RunState.HELD) {
            err.println("Approve or refuse it on the console's page /sync/runs/" + run.id());
        }
        if (run.state() == RunState.FAILED) {
            err.println(run.errorMessage());
        }
    }

    private static String words(GuardVerdict.Count count) {
        String of = count.of() == null ? "" : " of " + count.of();
        return count.found()
                + of
                + switch (count.kind()) {
                    case PRICE_JUMP -> " prices change by the limit or more";
                    case LADDER_BROKEN -> " prices break the order of price levels";
                    case STOCK_ZEROED -> " variants in stock would sell out at once";
                    case GOODS_HIDDEN -> " products would be switched off at once";
                    case OFFERS_HIDDEN -> " variants would be switched off at once";
                };
    }

    private long changes() {
        return counts.values().stream()
                .mapToLong(count -> count.created() + count.changed())
                .sum();
    }
}
