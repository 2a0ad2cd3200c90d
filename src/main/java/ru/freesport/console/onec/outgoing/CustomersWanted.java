package ru.freesport.console.onec.outgoing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.jobs.RunContext;

/**
 * Which customers a run is to tell 1C of.
 *
 * @param ids their numbers, ids, or the keys 1C knows them by, whether they wait or not; empty: those that wait
 * @param since changed at or after it; null: any time
 */
record CustomersWanted(Set<String> ids, @Nullable Instant since) {

    static CustomersWanted of(RunContext run) {
        return new CustomersWanted(
                run.parameter("ids")
                        .map(ids -> Arrays.stream(ids.split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .collect(Collectors.toSet()))
                        .orElse(Set.of()),
                run.parameter("since").map(Instant::parse).orElse(null));
    }

    boolean isEverything() {
        return ids.isEmpty() && since == null;
    }
}
