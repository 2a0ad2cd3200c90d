package ru.freesport.console.onec;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** The packets that wait for a person, and the person's decision: have one taken as it is, or give it up. */
@Service
public class HeldPackets {

    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS')";
    private static final int NEWER_SHOWN = 6;

    private static final String SELECT = """
            SELECT h.*, r.state, r.subject, r.finished_at, r.cancelled_by, r.cancel_reason, p.actor_kind, p.actor_name
            FROM packet_hold h JOIN job_run r ON r.id = h.run_id JOIN packet p ON p.id = h.packet_id\s""";
    private static final String WAITING = "WHERE h.decision IS NULL AND r.state = 'HELD'";

    private static final String NEWER = """
            SELECT r.id, r.subject, coalesce(r.finished_at, r.heartbeat_at) AS at, x.rows
            FROM (SELECT c.run_id, sum(c.created + c.changed) AS rows FROM run_count c
                    WHERE c.run_id > :run AND c.kind = ANY (:kinds::text[]) AND c.created + c.changed > 0 GROUP BY c.run_id
                UNION ALL SELECT h.run_id, 0 FROM packet_hold h
                    WHERE h.run_id > :run AND h.decision IS NULL AND h.kinds && :kinds::text[]) x
                JOIN job_run r ON r.id = x.run_id
            WHERE NOT r.dry_run AND r.state IN ('HELD', 'COMPLETED', 'COMPLETED_WITH_REJECTS')
            ORDER BY r.id DESC LIMIT :limit""";

    private final JdbcClient database;
    private final Runs runs;
    private final PacketHoldings holdings;
    private final CurrentUser user;
    private final AuditLog audit;

    HeldPackets(JdbcClient database, Runs runs, PacketHoldings holdings, CurrentUser user, AuditLog audit) {
        this.database = database;
        this.runs = runs;
        this.holdings = holdings;
        this.user = user;
        this.audit = audit;
    }

    /** How many wait; cheap enough for every page. */
    @PreAuthorize(SyncRights.LOOK)
    public long waitingCount() {
        return database.sql("SELECT count(*) FROM packet_hold h JOIN job_run r ON r.id = h.run_id " + WAITING)
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    @PreAuthorize(SyncRights.LOOK)
    public List<HeldPacket> waiting(int limit) {
        return database.sql(SELECT + WAITING + " ORDER BY h.run_id DESC LIMIT ?")
                .param(limit)
                .query(this::packet)
                .list();
    }

    /** Empty when the run was never held. */
    @PreAuthorize(SyncRights.LOOK)
    public Optional<HeldPacket> of(long runId) {
        return database.sql(SELECT + "WHERE h.run_id = ?")
                .param(runId)
                .query(this::packet)
                .optional();
    }

    /** Has the packet taken as it was received, in a run of its own that is not judged again. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public HoldOutcome approve(long runId, String reason) {
        Actor actor = user.actor();
        HeldPacket packet = locked(runId);
        if (!packet.waits()) {
            return new HoldOutcome.Decided(packet);
        }
        if (packet.broughtBy().equals(actor)) {
            return new HoldOutcome.OwnPacket();
        }
        RunView held = runs.find(runId).orElseThrow();
        RunRequest next = new RunRequest(
                        held.task(),
                        RunTrigger.RETRY,
                        actor,
                        required(reason),
                        held.parameters(),
                        held.subject(),
                        false,
                        null)
                .with(RunGuard.APPROVES, Long.toString(runId));
        Optional<Long> run = runs.releaseInto(runId, next);
        if (run.isEmpty()) {
            return new HoldOutcome.Decided(of(runId).orElseThrow());
        }
        decide(runId, "APPROVED", actor, reason, run.get());
        audit.record(actor, "onec.packet.approved", "run:" + runId, "HELD", "run:" + run.get(), reason);
        return new HoldOutcome.Approved(run.get());
    }

    /** Gives the packet up: nothing of it will be taken. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public HoldOutcome refuse(long runId, String reason) {
        Actor actor = user.actor();
        HeldPacket packet = locked(runId);
        if (!packet.waits() || !runs.cancel(runId, actor, required(reason))) {
            return new HoldOutcome.Decided(of(runId).orElseThrow());
        }
        decide(runId, "REFUSED", actor, reason, null);
        audit.record(actor, "onec.packet.refused", "run:" + runId, "HELD", "CANCELLED", reason);
        return new HoldOutcome.Refused();
    }

    /** Two people at once: the second waits here and then sees what the first decided. */
    private HeldPacket locked(long runId) {
        database.sql("SELECT run_id FROM packet_hold WHERE run_id = ? FOR UPDATE")
                .param(runId)
                .query(Long.class)
                .optional();
        return of(runId).orElseThrow(() -> new IllegalArgumentException("run " + runId + " was never held"));
    }

    private void decide(long runId, String decision, Actor actor, String reason, @Nullable Long nextRun) {
        database.sql("""
                        UPDATE packet_hold SET decision = ?, decided_at = now(), decided_by_kind = ?, decided_by = ?,
                            reason = ?, next_run_id = ?
                        WHERE run_id = ?""")
                .params(decision, actor.kind().name(), actor.name(), reason, nextRun, runId)
                .update();
    }

    private HeldPacket packet(ResultSet row, int number) throws SQLException {
        long runId = row.getLong("run_id");
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        HeldPacket.Decision decision = decision(row);
        boolean waits = decision == null && "HELD".equals(row.getString("state"));
        return new HeldPacket(
                runId,
                row.getLong("packet_id"),
                row.getString("subject"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_name")),
                row.getTimestamp("held_at").toInstant(),
                waits,
                Arrays.stream(kinds)
                        .flatMap(code -> ImportKind.ofCode(code).stream())
                        .toList(),
                holdings.found(runId),
                decision,
                waits ? newer(runId, kinds) : List.of());
    }

    /** A run that was cancelled on its own page was refused as well. */
    private static HeldPacket.@Nullable Decision decision(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        if (decision != null) {
            return new HeldPacket.Decision(
                    "APPROVED".equals(decision),
                    row.getTimestamp("decided_at").toInstant(),
                    new Actor(Actor.Kind.valueOf(row.getString("decided_by_kind")), row.getString("decided_by")),
                    row.getString("reason"),
                    (Long) row.getObject("next_run_id"));
        }
        java.sql.Timestamp ended = row.getTimestamp("finished_at");
        if (ended == null) {
            return null;
        }
        String by = row.getString("cancelled_by");
        return new HeldPacket.Decision(
                false,
                ended.toInstant(),
                by == null || by.equals(Actor.system().name()) ? Actor.system() : Actor.person(by),
                row.getString("cancel_reason"),
                null);
    }

    private List<HeldPacket.Newer> newer(long runId, String[] kinds) {
        return database.sql(NEWER)
                .param("run", runId)
                .param("kinds", kinds)
                .param("limit", NEWER_SHOWN)
                .query((row, _) ->
                        new HeldPacket.Newer(row.getLong("id"), row.getString("subject"), at(row), row.getLong("rows")))
                .list();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a decision about a packet needs a reason");
        }
        return reason;
    }
}
