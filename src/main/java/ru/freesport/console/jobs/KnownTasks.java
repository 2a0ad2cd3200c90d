package ru.freesport.console.jobs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks this process can do; looked up late, because tasks themselves submit runs. */
class KnownTasks {

    private final Supplier<Stream<ScheduledTask>> source;
    private @Nullable Map<String, ScheduledTask> byName;

    KnownTasks(Supplier<Stream<ScheduledTask>> source) {
        this.source = source;
    }

    Optional<ScheduledTask> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    Set<String> names() {
        return byName().keySet();
    }

    Collection<ScheduledTask> all() {
        return byName().values();
    }

    private synchronized Map<String, ScheduledTask> byName() {
        if (byName == null) {
            Map<String, ScheduledTask> found = new LinkedHashMap<>();
            source.get().forEach(task -> {
                if (found.put(task.name(), task) != null) {
                    throw new IllegalStateException("two tasks are called " + task.name());
                }
            });
            byName = Map.copyOf(found);
        }
        return byName;
    }
}
