package ru.freesport.console.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * What somebody wants run.
 *
 * @param parameters what the task needs to know; plain words, since they are stored and shown
 * @param subject what the run is about, for lists: a file's name, a message's number
 */
public record RunRequest(
        String task,
        RunTrigger trigger,
        Actor actor,
        @Nullable String reason,
        Map<String, String> parameters,
        @Nullable String subject,
        boolean dryRun,
        @Nullable Long previousRunId) {

    public RunRequest {
        parameters = Map.copyOf(parameters);
    }

    public static RunRequest of(String task, RunTrigger trigger, Actor actor) {
        return new RunRequest(task, trigger, actor, null, Map.of(), null, false, null);
    }

    public RunRequest by(Actor who) {
        return new RunRequest(task, trigger, who, reason, parameters, subject, dryRun, previousRunId);
    }

    public RunRequest because(@Nullable String why) {
        return new RunRequest(task, trigger, actor, why, parameters, subject, dryRun, previousRunId);
    }

    public RunRequest with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new RunRequest(task, trigger, actor, reason, more, subject, dryRun, previousRunId);
    }

    public RunRequest about(@Nullable String what) {
        return new RunRequest(task, trigger, actor, reason, parameters, what, dryRun, previousRunId);
    }

    public RunRequest dry(boolean onlyTry) {
        return new RunRequest(task, trigger, actor, reason, parameters, subject, onlyTry, previousRunId);
    }

    public RunRequest after(long earlierRun) {
        return new RunRequest(task, trigger, actor, reason, parameters, subject, dryRun, earlierRun);
    }
}
