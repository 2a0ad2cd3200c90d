package ru.freesport.console.jobs;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.shared.Actor;

/**
 * Ends runs whose node is gone and begins them again, so that none is "running" for ever. A command line's run only
 * ends: its person is told by the prompt and may have given another command since.
 */
@Component
class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final JdbcClient database;
    private final RunRecords records;
    private final RunTransitions transitions;
    private final TransactionOperations transaction;
    private final JobsSettings settings;

    Recovery(
            JdbcClient database,
            RunRecords records,
            RunTransitions transitions,
            TransactionOperations transaction,
            JobsSettings settings) {
        this.database = database;
        this.records = records;
        this.transitions = transitions;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Looks for runs nobody works on any more; any node may do this at any time. */
    void sweep() {
        database.sql("""
                        SELECT r.id FROM job_run r
                        WHERE r.state = 'RUNNING' AND NOT EXISTS (
                            SELECT FROM lease l
                            WHERE l.name = r.lease AND l.token = r.fencing_token AND l.expires_at > clock_timestamp())
                        ORDER BY r.id
                        """).query(Long.class).list().forEach(this::declareLost);
        database.sql("""
                        SELECT id FROM job_run
                        WHERE state = 'QUEUED' AND pinned_node IS NOT NULL
                          AND heartbeat_at < clock_timestamp() - make_interval(secs => ?)
                        """)
                .param(settings.leaseTtl().toSeconds())
                .query(Long.class)
                .list()
                .forEach(id -> transitions.cancel(id, Actor.system(), RunOutcome.NODE_LOST));
    }

    private void declareLost(long id) {
        transaction.executeWithoutResult(_ -> {
            if (!takeAwayLease(id)) {
                return;
            }
            Optional<Boolean> isCancelled = database.sql("""
                            UPDATE job_run
                            SET state = CASE WHEN cancel_requested_at IS NULL THEN 'FAILED' ELSE 'CANCELLED' END,
                                finished_at = clock_timestamp(), error_type = :type,
                                error_message = 'node ' || node || ' gave no sign of life'
                            WHERE id = :id AND state = 'RUNNING'
                            RETURNING cancel_requested_at IS NOT NULL
                            """)
                    .param("type", RunOutcome.NODE_LOST)
                    .param("id", id)
                    .query(Boolean.class)
                    .optional();
            isCancelled.ifPresent(wanted -> {
                RunView lost = records.find(id).orElseThrow();
                LOG.warn("Run {} of {} lost its node {}", id, lost.task(), lost.node());
                records.addEvent(
                        id, Actor.system(), RunEvent.Kind.STATE, "jobs.event.node-lost", String.valueOf(lost.node()));
                transitions.tell(RunTransitions.CHANGED, id);
                if (!wanted) {
                    beginAgain(lost);
                }
            });
        });
    }

    /**
     * Raises the token of the expired lease, so that the silent node can neither renew it nor commit under it.
     * False when the holder came back to life, or still has a fenced transaction open: then it is looked at again later.
     */
    private boolean takeAwayLease(long id) {
        List<Boolean> expired = database.sql("""
                        SELECT l.expires_at <= clock_timestamp() FROM lease l JOIN job_run r
                            ON l.name = r.lease AND l.token = r.fencing_token
                        WHERE r.id = ? AND r.state = 'RUNNING'
                        """).param(id).query(Boolean.class).list();
        if (expired.isEmpty()) {
            // somebody else holds a newer token already
            return true;
        }
        return database.sql("""
                        UPDATE lease SET token = token + 1, holder = NULL, run_id = NULL, expires_at = '-infinity'
                        WHERE name = (SELECT l.name FROM lease l JOIN job_run r
                                          ON l.name = r.lease AND l.token = r.fencing_token
                                      WHERE r.id = ? AND l.expires_at <= clock_timestamp()
                                      FOR UPDATE OF l SKIP LOCKED)
                        """).param(id).update() == 1;
    }

    /** Our own process ends: its run goes on elsewhere or after the restart; a command line's run was given up. */
    boolean stopped(long id, Lease lease, RunOutcome outcome) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (is("pinned_node IS NOT NULL", id)) {
                return transitions.finish(id, lease, RunOutcome.of(RunState.CANCELLED));
            }
            boolean isRecorded = transitions.finish(id, lease, outcome);
            if (isRecorded) {
                beginAgain(records.find(id).orElseThrow());
            }
            return isRecorded;
        }));
    }

    private void beginAgain(RunView lost) {
        if (lost.attempt() >= settings.attempts() || !is("recoverable AND pinned_node IS NULL", lost.id())) {
            return;
        }
        RunRequest again = new RunRequest(
                lost.task(),
                RunTrigger.RECOVERY,
                lost.actor(),
                lost.reason(),
                lost.parameters(),
                lost.subject(),
                lost.dryRun(),
                lost.id());
        long next = transitions.queue(again, lost.attempt() + 1, null);
        // it stands in the queue where the lost one stood: older data must not come after newer
        database.sql("""
                        UPDATE job_run n SET released = l.released, place = coalesce(l.place, l.id), lease = l.lease
                        FROM job_run l WHERE l.id = ? AND n.id = ?
                        """).params(lost.id(), next).update();
        records.addEvent(lost.id(), Actor.system(), RunEvent.Kind.NOTE, "jobs.event.begun-again", next);
    }

    private boolean is(String condition, long runId) {
        return database.sql("SELECT " + condition + " FROM job_run WHERE id = ?")
                .param(runId)
                .query(Boolean.class)
                .single();
    }
}
