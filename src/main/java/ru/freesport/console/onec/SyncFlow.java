package ru.freesport.console.onec;

import java.util.List;
import java.util.Optional;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Schedule;

/**
 * The catalogue's way from 1C as it stands: entities, the last finished run, what works or waits now, what comes next.
 *
 * @param inbox the watched folder; empty means none
 */
public record SyncFlow(
        List<SyncRow> rows,
        Optional<RunView> lastResult,
        List<RunView> now,
        Optional<Schedule> schedule,
        String inbox) {}
