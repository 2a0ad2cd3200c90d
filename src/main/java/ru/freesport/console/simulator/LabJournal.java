package ru.freesport.console.simulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one simulated system received, oldest first; the oldest go when there are too many. */
public final class LabJournal {

    private static final int KEPT = 50_000;

    private final Deque<LabEntry> entries = new ArrayDeque<>();
    private final Clock clock;

    public LabJournal(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add(
            String operation, @Nullable String key, LabEntry.Outcome outcome, @Nullable String id) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new LabEntry(clock.instant(), operation, key, outcome, id));
    }

    public synchronized List<LabEntry> entries() {
        return List.copyOf(entries);
    }
}
