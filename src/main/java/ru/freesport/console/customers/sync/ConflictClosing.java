package ru.freesport.console.customers.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.conflicts.ConflictIntake;
import ru.freesport.console.customers.conflicts.Overdue;
import ru.freesport.console.customers.conflicts.Settled;
import ru.freesport.console.customers.records.CustomerRecords;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/**
 * Ends what can end without 1C: decisions whose time of grace is over and that leave 1C with what it has, and answers to
 * "who is this?", which take effect now. It also calls for conflicts that are overdue.
 */
@Component
class ConflictClosing implements ScheduledTask {

    static final String NAME = "customers.conflict-closing";

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final ConflictIntake conflicts;
    private final CustomerRecords records;
    private final ShopChanges changes;
    private final Overdue overdue;

    ConflictClosing(
            JdbcClient database,
            TransactionOperations transaction,
            ConflictIntake conflicts,
            CustomerRecords records,
            ShopChanges changes,
            Overdue overdue) {
        this.database = database;
        this.transaction = transaction;
        this.conflicts = conflicts;
        this.records = records;
        this.changes = changes;
        this.overdue = overdue;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("0 * * * * ?");
    }

    @Override
    public RunState run(RunContext run) {
        return RunAs.system(() -> work(run));
    }

    private RunState work(RunContext run) {
        int closed = 0;
        for (Ready one : ready()) {
            run.checkpoint();
            Boolean done = transaction.execute(_ -> one.isIdentity ? identify(one) : close(one));
            closed += Boolean.TRUE.equals(done) ? 1 : 0;
        }
        Integer called = transaction.execute(_ -> overdue.call());
        run.summary(Map.of("closed", closed, "overdue", called == null ? 0 : called));
        return RunState.COMPLETED;
    }

    private record Ready(
            long id,
            String onecId,
            @Nullable UUID customer,
            boolean isIdentity,
            @Nullable UUID identifiedAs) {}

    private List<Ready> ready() {
        return database.sql("""
                        SELECT c.id, c.onec_id, c.customer_id, c.kind = 'IDENTITY' AS is_identity, d.identified_as
                        FROM customer_conflict c JOIN customer_conflict_decision d ON d.id = c.decision_id
                        WHERE c.state = 'RESOLVED' AND c.hold_until <= clock_timestamp()
                        ORDER BY c.hold_until LIMIT ?""")
                .param(AT_ONCE)
                .query((row, _) -> new Ready(
                        row.getLong("id"),
                        row.getString("onec_id"),
                        row.getObject("customer_id", UUID.class),
                        row.getBoolean("is_identity"),
                        row.getObject("identified_as", UUID.class)))
                .list();
    }

    /** 1C has everything that was decided: nothing needs to be sent. */
    private boolean close(Ready ready) {
        if (ready.customer == null || records.lock(ready.customer).isEmpty()) {
            return false;
        }
        Settled settled = conflicts.settled(List.of(ready.onecId)).get(ready.onecId);
        if (settled == null || settled.conflict() != ready.id || !settled.isWhatOnecHas()) {
            return false;
        }
        conflicts.confirmed(ready.id);
        records.state(ready.customer, SyncState.SYNCED, null);
        changes.again(List.of(ready.onecId));
        return true;
    }

    private boolean identify(Ready ready) {
        if (ready.identifiedAs == null) {
            database.sql("""
                            INSERT INTO counterparty_not_customer (onec_id, customer_id, actor_kind, actor)
                            SELECT c.onec_id, k.customer_id, d.actor_kind, d.actor FROM customer_conflict c
                                JOIN customer_conflict_candidate k ON k.conflict_id = c.id
                                JOIN customer_conflict_decision d ON d.id = c.decision_id
                            WHERE c.id = ? ON CONFLICT DO NOTHING""").param(ready.id).update();
        } else if (!link(ready, ready.identifiedAs)) {
            conflicts.stale(ready.id);
            return false;
        }
        conflicts.confirmed(ready.id);
        changes.again(List.of(ready.onecId));
        return true;
    }

    /** False when the customer has come to belong to another counterparty meanwhile. */
    private boolean link(Ready ready, UUID customer) {
        records.lock(customer);
        int linked = database.sql("""
                        UPDATE customer SET onec_id = :onecId, sync_state = 'SYNCED'
                        WHERE id = :customer AND onec_id IS NULL AND merged_into IS NULL""")
                .param("onecId", ready.onecId)
                .param("customer", customer)
                .update();
        if (linked == 1) {
            database.sql("UPDATE counterparty SET customer_id = ? WHERE onec_id = ?")
                    .params(customer, ready.onecId)
                    .update();
            database.sql("UPDATE customer_conflict SET customer_id = ? WHERE id = ?")
                    .params(customer, ready.id)
                    .update();
        }
        return linked == 1;
    }
}
