package ru.freesport.console.jobs;

import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import ru.freesport.console.shared.Actor;

/** What a task knows of its run, and how it tells people about it. Reporting is cheap enough for every row. */
public interface RunContext {

    long runId();

    RunTrigger trigger();

    Actor actor();

    Map<String, String> parameters();

    default Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name));
    }

    boolean isDryRun();

    /** A person looked at why this run was HELD and let it go on. */
    boolean isReleased();

    int attempt();

    /** What is being done now, as a translation key; the progress starts anew. */
    void phase(String translationKey);

    /** n of m in the units the task likes (bytes, rows); a total of 0 means it is not known. */
    void progress(long done, long total);

    /** More rows worked on. */
    void rows(long more);

    /** A line of the run's timeline, as a translation key with its arguments. */
    void note(String translationKey, Object... args);

    void warn(String translationKey, Object... args);

    /** The result in figures, stored as JSON; the last one told stays, whatever the outcome. */
    void summary(Object figures);

    /**
     * A safe point: returns while the run may go on.
     *
     * @throws RunCancelled when somebody asked to stop or this process is shutting down
     * @throws LeaseLost when another node may have taken over
     */
    void checkpoint();

    /**
     * Ties the caller's transaction to the lease: while it is open nobody can take over, and once somebody has, it fails.
     * To be called on the connection that writes, in the transaction that writes, before its commit.
     *
     * @throws LeaseLost when another holder came after us
     */
    void fence(Connection transaction);
}
