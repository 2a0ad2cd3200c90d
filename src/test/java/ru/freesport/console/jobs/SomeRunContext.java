package ru.freesport.console.jobs;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import ru.freesport.console.shared.Actor;

/** A run that nobody stops, for tasks that are called by hand; remembers what it was told. */
public final class SomeRunContext implements RunContext {

    /** Keys of warnings with their arguments. */
    public final List<String> warnings = new CopyOnWriteArrayList<>();

    private final Map<String, String> parameters;

    public SomeRunContext(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    @Override
    public long runId() {
        return 0;
    }

    @Override
    public RunTrigger trigger() {
        return RunTrigger.SCHEDULE;
    }

    @Override
    public Actor actor() {
        return Actor.system();
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public boolean isDryRun() {
        return false;
    }

    @Override
    public boolean isReleased() {
        return false;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public void phase(String translationKey) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public void rows(long more) {}

    @Override
    public void note(String translationKey, Object... args) {}

    @Override
    public void warn(String translationKey, Object... args) {
        warnings.add(translationKey + " " + List.of(args));
    }

    @Override
    public void summary(Object figures) {}

    @Override
    public void checkpoint() {}

    @Override
    public void fence(Connection transaction) {}
}
