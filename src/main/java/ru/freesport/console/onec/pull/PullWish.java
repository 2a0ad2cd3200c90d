package ru.freesport.console.onec.pull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.jobs.RunContext;

/**
 * What a person wants of a run besides what its flow would do by itself.
 *
 * @param since another moment than the remembered one
 * @param ids only these records
 * @param full everything, whatever was taken before
 */
record PullWish(@Nullable Instant since, List<String> ids, boolean full) {

    static PullWish of(RunContext run) {
        return new PullWish(
                run.parameter(PullTask.SINCE).map(Instant::parse).orElse(null),
                run.parameter(PullTask.IDS)
                        .map(ids -> Arrays.stream(ids.split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .toList())
                        .orElse(List.of()),
                run.parameter(PullTask.FULL).map(Boolean::parseBoolean).orElse(false));
    }

    boolean isNothingSpecial() {
        return since == null && ids.isEmpty() && !full;
    }
}
