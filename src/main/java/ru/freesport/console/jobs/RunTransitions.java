package ru.freesport.console.jobs;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;

/** Every change of a run's state: guarded by the state it leaves, told on the timeline and to whoever listens. */
@Component
class RunTransitions {

    /** Payload: the run's id. */
    static final String CHANGED = "run_changed";

    static final String QUEUED = "run_queued";
    static final String CANCEL = "run_cancel";

    private final JdbcClient database;
    private final RunRecords records;
    private final RunRows rows;
    private final Leases leases;
    private final TransactionOperations transaction;

    RunTransitions(
            JdbcClient database, RunRecords records, RunRows rows, Leases leases, TransactionOperations transaction) {
        this.database = database;
        this.records = records;
        this.rows = rows;
        this.leases = leases;
        this.transaction = transaction;
    }

    /** Joins the caller's transaction, so that what the run is about and the run itself are stored together. */
    long queue(RunRequest request, int attempt, @Nullable String pinnedNode) {
        return inTransaction(() -> {
            long id = database.sql("""
                            INSERT INTO job_run (task, trigger, actor_kind, actor_name, reason, attempt, previous_run_id,
                                                 parameters, subject, dry_run, pinned_node, correlation_id, heartbeat_at)
                            VALUES (:task, :trigger, :kind, :name, :reason, :attempt, :previous,
                                    :parameters::jsonb, :subject, :dry, :pinned,
                                    coalesce(:correlation, (SELECT correlation_id FROM job_run
                                        WHERE id = :previous AND :trigger = 'RECOVERY'), :fresh),
                                    CASE WHEN :pinned::text IS NULL THEN NULL ELSE clock_timestamp() END)
                            RETURNING id
                            """)
                    .param("task", request.task())
                    .param("trigger", request.trigger().name())
                    .param("kind", request.actor().kind().name())
                    .param("name", request.actor().name())
                    .param("reason", request.reason())
                    .param("attempt", attempt)
                    .param("previous", request.previousRunId())
                    .param("parameters", rows.json(request.parameters()))
                    .param("subject", request.subject())
                    .param("dry", request.dryRun())
                    .param("pinned", pinnedNode)
                    .param("correlation", Correlation.current().orElse(null))
                    .param("fresh", Correlation.fresh())
                    .query(Long.class)
                    .single();
            records.addEvent(id, request.actor(), RunEvent.Kind.STATE, "jobs.event.queued");
            tell(QUEUED, id);
            tell(CHANGED, id);
            return id;
        });
    }

    /**
     * Takes a queued run for this node; empty when somebody else has it, or its task's lease, or when an older run of
     * the task, or a lost one of the same lease, waits. A command line's run lets only those pass that were lost and stand in the queue again.
     */
    Optional<Lease> claim(long id, ScheduledTask task, Node node, Duration ttl) {
        return inTransaction(status -> {
            Optional<Lease> lease = leases.tryAcquire(task.lease(), node.name(), ttl, id);
            if (lease.isEmpty()) {
                return lease;
            }
            int taken = database.sql("""
                            UPDATE job_run r
                            SET state = 'RUNNING', node = :node, lease = :lease, fencing_token = :token,
                                recoverable = :recoverable, started_at = clock_timestamp(), heartbeat_at = clock_timestamp()
                            WHERE id = :id AND state = 'QUEUED' AND (pinned_node IS NULL OR pinned_node = :node)
                              AND NOT EXISTS (
                                  SELECT FROM job_run older
                                  WHERE older.state = 'QUEUED' AND older.pinned_node IS NULL AND (older.task = r.task OR older.lease = :lease)
                                    AND coalesce(older.place, older.id) < coalesce(r.place, r.id)
                                    AND (r.pinned_node IS NULL OR older.place IS NOT NULL AND NOT r.dry_run))
                            """)
                    .param("node", node.name())
                    .param("lease", lease.get().name())
                    .param("token", lease.get().token())
                    .param("recoverable", task.isRecoverable())
                    .param("id", id)
                    .update();
            if (taken == 0) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            records.addEvent(id, Actor.system(), RunEvent.Kind.STATE, "jobs.event.running", node.name());
            tell(CHANGED, id);
            return lease;
        });
    }

    /** Records how our run ended and lets its lease go; false when it was taken from us before. */
    boolean finish(long id, Lease lease, RunOutcome outcome) {
        return inTransaction(status -> {
            int ended = database.sql("""
                            UPDATE job_run
                            SET state = :state, error_type = :type, error_message = :message,
                                heartbeat_at = clock_timestamp(),
                                finished_at = CASE WHEN :final THEN clock_timestamp() END
                            WHERE id = :id AND state = 'RUNNING' AND fencing_token = :token
                            """)
                    .param("state", permitted(RunState.RUNNING, outcome.state()))
                    .param("final", outcome.state().isFinal())
                    .param("type", outcome.errorType())
                    .param("message", outcome.errorMessage())
                    .param("id", id)
                    .param("token", lease.token())
                    .update();
            if (ended == 0 || !leases.release(lease)) {
                status.setRollbackOnly();
                return false;
            }
            records.addEvent(id, outcome.actor(), RunEvent.Kind.STATE, outcome.eventKey(), outcome.eventArguments());
            tell(CHANGED, id);
            tell(QUEUED, id);
            return true;
        });
    }

    /** A waiting or held run ends here; a working one is asked to stop. False when it had ended already. */
    boolean cancel(long id, Actor actor, @Nullable String reason) {
        return inTransaction(() -> {
            Optional<RunState> before = database.sql("""
                            WITH before AS (SELECT id, state FROM job_run WHERE id = :id FOR UPDATE)
                            UPDATE job_run r
                            SET cancel_requested_at = clock_timestamp(), cancelled_by = :by, cancel_reason = :reason,
                                state = CASE WHEN before.state = 'RUNNING' THEN 'RUNNING' ELSE 'CANCELLED' END,
                                finished_at = CASE WHEN before.state = 'RUNNING' THEN NULL ELSE clock_timestamp() END
                            FROM before
                            WHERE r.id = before.id AND before.state IN ('QUEUED', 'RUNNING', 'HELD')
                              AND r.cancel_requested_at IS NULL
                            RETURNING before.state
                            """)
                    .param("id", id)
                    .param("by", actor.name())
                    .param("reason", reason)
                    .query(String.class)
                    .optional()
                    .map(RunState::valueOf);
            before.ifPresent(state -> {
                boolean isWorking = state == RunState.RUNNING;
                String message = isWorking ? "jobs.event.cancel-requested" : "jobs.event.cancelled-because";
                records.addEvent(id, actor, RunEvent.Kind.STATE, message, reason == null ? "—" : reason);
                tell(CANCEL, id);
                tell(CHANGED, id);
            });
            return before.isPresent();
        });
    }

    /** A person lets a held run go on. */
    boolean release(long id, Actor actor, @Nullable String reason) {
        return inTransaction(() -> {
            int freed = database.sql("""
                            UPDATE job_run SET state = :state, released = true, pinned_node = NULL
                            WHERE id = :id AND state = 'HELD'
                            """)
                    .param("state", permitted(RunState.HELD, RunState.QUEUED))
                    .param("id", id)
                    .update();
            if (freed == 1) {
                records.addEvent(id, actor, RunEvent.Kind.STATE, "jobs.event.released", reason == null ? "—" : reason);
                tell(QUEUED, id);
                tell(CHANGED, id);
            }
            return freed == 1;
        });
    }

    /** What a held run was kept from is done by another run, which is queued as released; empty when nothing is held any more. */
    Optional<Long> releaseInto(long held, RunRequest next) {
        return inTransaction(() -> {
            int settled = database.sql("""
                            UPDATE job_run SET state = :state, finished_at = clock_timestamp()
                            WHERE id = :id AND state = 'HELD'
                            """)
                    .param("state", permitted(RunState.HELD, RunState.COMPLETED))
                    .param("id", held)
                    .update();
            if (settled == 0) {
                return Optional.<Long>empty();
            }
            long id = queue(next.after(held), 1, null);
            database.sql("UPDATE job_run SET released = true WHERE id = ?")
                    .param(id)
                    .update();
            String why = next.reason() == null ? "—" : next.reason();
            records.addEvent(held, next.actor(), RunEvent.Kind.STATE, "jobs.event.released-into", id, why);
            tell(CHANGED, held);
            return Optional.of(id);
        });
    }

    void tell(String channel, long id) {
        database.sql("SELECT pg_notify(?, ?)")
                .params(channel, Long.toString(id))
                .query((row, _) -> id)
                .single();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return inTransaction(_ -> work.get());
    }

    private <T> T inTransaction(org.springframework.transaction.support.TransactionCallback<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(work));
    }

    static String permitted(RunState from, RunState to) {
        if (!from.canBecome(to)) {
            throw new IllegalStateException("a run never goes from " + from + " to " + to);
        }
        return to.name();
    }
}
