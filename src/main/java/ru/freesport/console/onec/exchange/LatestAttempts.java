package ru.freesport.console.onec.exchange;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunFilter;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;

/** When the node of a run died, or a person ran it again, the later attempt is the answer. */
@Component
class LatestAttempts {

    private static final int RECENT = 50;

    private final Runs runs;

    LatestAttempts(Runs runs) {
        this.runs = runs;
    }

    /** Waits for the run, though not for ever, and tells of its latest attempt. */
    RunView await(long run, Duration atMost) {
        return latest(runs.await(run, atMost));
    }

    private RunView latest(RunView run) {
        return runs.recent(RunFilter.ALL.ofTasks(Set.of(run.task())), null, RECENT).stream()
                .filter(later -> Objects.equals(later.previousRunId(), run.id()))
                .findFirst()
                .map(this::latest)
                .orElse(run);
    }
}
