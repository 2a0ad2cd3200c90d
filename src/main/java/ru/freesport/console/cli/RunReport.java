package ru.freesport.console.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.KindCounts;
import tools.jackson.databind.json.JsonMapper;

/** What an import came to: a table for people, one JSON document for machines. */
record RunReport(RunView run, Duration duration, long bytes, Map<String, KindCounts> counts) {

    void json(PrintStream out) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runId", run.id());
        document.put("status", run.state());
        document.put("dryRun", run.dryRun());
        document.put("durationMs", duration.toMillis());
        document.put("bytes", bytes);
        document.put("counts", counts);
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
                run.dryRun() ? ", a dry run: nothing was changed" : "");
    }

    void problems(PrintStream err) {
        if (run.state() == RunState.FAILED) {
            err.println(run.errorMessage());
        }
    }

    private long changes() {
        return counts.values().stream()
                .mapToLong(count -> count.created() + count.changed())
                .sum();
    }
}
