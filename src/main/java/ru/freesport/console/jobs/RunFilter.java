package ru.freesport.console.jobs;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a list shows; an empty set means all.
 *
 * @param text found in the subject, the actor's name, the reason or the error, or the run's own number
 */
public record RunFilter(
        Set<String> tasks,
        Set<RunState> states,
        Set<RunTrigger> triggers,
        @Nullable String text) {

    public static final RunFilter ALL = new RunFilter(Set.of(), Set.of(), Set.of(), null);

    public RunFilter {
        tasks = Set.copyOf(tasks);
        states = Set.copyOf(states);
        triggers = Set.copyOf(triggers);
    }

    public RunFilter ofTasks(Set<String> names) {
        return new RunFilter(names, states, triggers, text);
    }

    public RunFilter inStates(Set<RunState> wanted) {
        return new RunFilter(tasks, wanted, triggers, text);
    }

    public RunFilter withText(@Nullable String words) {
        return new RunFilter(tasks, states, triggers, words);
    }
}
