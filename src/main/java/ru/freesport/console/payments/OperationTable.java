package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Money;

/** The statements on what the provider is asked to do; times are the database's, since nodes share them. */
@Component
class OperationTable {

    private static final String SELECT =
            "SELECT o.*, p.currency FROM provider_operation o JOIN payment p ON p.id = o.payment_id WHERE ";

    private final JdbcClient database;
    private final CurrentUser user;
    private final ApplicationEventPublisher publisher;

    OperationTable(JdbcClient database, CurrentUser user, ApplicationEventPublisher publisher) {
        this.database = database;
        this.user = user;
        this.publisher = publisher;
    }

    /** An operation waits to be made; told in the transaction that stores it. */
    record Stored(UUID operationId, Operation.Kind kind) {}

    UUID insert(
            Operation.Kind kind,
            UUID payment,
            @Nullable UUID refund,
            @Nullable UUID receipt,
            Money amount,
            String body) {
        UUID id = UUID.randomUUID();
        Actor actor = user.actor();
        database.sql("""
                        INSERT INTO provider_operation (id, kind, payment_id, refund_id, receipt_id, amount, key, body,
                            has_receipt, state, due_at, created_at, actor_kind, actor)
                        VALUES (:id, :kind, :payment, :refund, :receipt, :amount, :key, :body,
                            :hasReceipt, 'WAITING',
                            clock_timestamp(), clock_timestamp(), :actorKind, :actor)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("payment", payment)
                .param("refund", refund)
                .param("receipt", receipt)
                .param("amount", amount.amount())
                .param("key", newKey())
                .param("body", body)
                .param("hasReceipt", body.contains("\"receipt\":"))
                .param("actorKind", actor.kind().name())
                .param("actor", actor.name())
                .update();
        publisher.publishEvent(new Stored(id, kind));
        return id;
    }

    /**
     * Takes one for this node. Until its end is written it counts as unknown: a node may die at it. Empty when it is done, another node is at
     * it, or at another call about the same payment.
     *
     * @return as it was before
     */
    Optional<Operation> claim(UUID id, Duration lease) {
        try {
            return database.sql("""
                            UPDATE provider_operation o SET state = 'UNKNOWN', attempts = o.attempts + 1,
                                lease_until = clock_timestamp() + cast(:lease AS bigint) * interval '1 millisecond',
                                due_at = clock_timestamp() + cast(:lease AS bigint) * interval '1 millisecond',
                                key_since = coalesce(o.key_since, clock_timestamp())
                            FROM payment p
                            WHERE o.id = :id AND p.id = o.payment_id AND o.state IN ('WAITING', 'UNKNOWN')
                                AND (o.lease_until IS NULL OR o.lease_until < clock_timestamp())
                                AND NOT EXISTS (SELECT FROM provider_operation other
                                    WHERE other.payment_id = o.payment_id AND other.id <> o.id
                                        AND other.lease_until IS NOT NULL)
                            RETURNING o.id, o.kind, o.payment_id, o.refund_id, o.receipt_id, o.amount, o.key,
                                old.key_since, o.body, old.state, o.attempts, o.problem, p.currency""")
                    .param("lease", lease.toMillis())
                    .param("id", id)
                    .query(OperationTable::operation)
                    .optional();
        } catch (DuplicateKeyException anotherCall) {
            return Optional.empty();
        }
    }

    /** Whether the key was sent so long ago that the provider may have forgotten it. */
    boolean isKeyOld(UUID id, Duration lives) {
        return database.sql("""
                        SELECT coalesce(key_since < clock_timestamp() - cast(? AS bigint) * interval '1 millisecond', false)
                        FROM provider_operation WHERE id = ?""")
                .params(lives.toMillis(), id)
                .query(Boolean.class)
                .single();
    }

    /** Nothing was done under the old key. */
    String renewKey(UUID id) {
        return database.sql("""
                        UPDATE provider_operation SET key = ?, key_since = clock_timestamp() WHERE id = ?
                        RETURNING key""").params(newKey(), id).query(String.class).single();
    }

    void end(UUID id, Operation.State state, @Nullable String error, @Nullable String problem, @Nullable Long call) {
        database.sql("""
                        UPDATE provider_operation SET state = :state, error = :error, problem = :problem,
                            call_id = coalesce(:call, call_id), ended_at = clock_timestamp(), lease_until = NULL, body = ''
                        WHERE id = :id""")
                .param("state", state.name())
                .param("error", error)
                .param("problem", problem)
                .param("call", call)
                .param("id", id)
                .update();
    }

    /** It stays to be done or found out. */
    void later(
            UUID id,
            Operation.State state,
            String error,
            String problem,
            @Nullable Long call,
            boolean isKeyUsed,
            Duration pause) {
        database.sql("""
                        UPDATE provider_operation SET state = :state, error = :error, problem = :problem,
                            call_id = coalesce(:call, call_id), lease_until = NULL,
                            key_since = CASE WHEN :used THEN key_since END,
                            due_at = clock_timestamp() + cast(:pause AS bigint) * interval '1 millisecond'
                        WHERE id = :id""")
                .param("state", state.name())
                .param("error", error)
                .param("problem", problem)
                .param("call", call)
                .param("used", isKeyUsed)
                .param("pause", pause.toMillis())
                .param("id", id)
                .update();
    }

    List<UUID> due(int most) {
        return database.sql("""
                        SELECT id FROM provider_operation
                        WHERE state IN ('WAITING', 'UNKNOWN') AND due_at <= clock_timestamp()
                        ORDER BY due_at LIMIT ?""").param(most).query(UUID.class).list();
    }

    /** Those whose result nobody has known for so long, each once, with the payment they are about. */
    Map<UUID, Operation.Kind> unknownFor(Duration time) {
        Map<UUID, Operation.Kind> found = new LinkedHashMap<>();
        database.sql("""
                        UPDATE provider_operation SET told_unknown_at = clock_timestamp()
                        WHERE state = 'UNKNOWN' AND told_unknown_at IS NULL
                            AND created_at < clock_timestamp() - ? * interval '1 second'
                        RETURNING payment_id, kind""")
                .param(time.toSeconds())
                .query((row, _) -> found.put(
                        row.getObject("payment_id", UUID.class), Operation.Kind.valueOf(row.getString("kind"))))
                .list();
        return found;
    }

    boolean hasUnknown(UUID payment) {
        return database.sql("SELECT EXISTS (SELECT FROM provider_operation WHERE payment_id = ? AND state = 'UNKNOWN')")
                .param(payment)
                .query(Boolean.class)
                .single();
    }

    /** The next about the same payment that could not go while another was out. */
    Optional<UUID> nextOf(UUID payment) {
        return database.sql("""
                        SELECT id FROM provider_operation
                        WHERE payment_id = ? AND state = 'WAITING' AND attempts = 0 AND lease_until IS NULL
                        ORDER BY position LIMIT 1""").param(payment).query(UUID.class).optional();
    }

    boolean isBusy(UUID id) {
        return database.sql("""
                        SELECT coalesce(lease_until > clock_timestamp(), false) FROM provider_operation WHERE id = ?""").param(id).query(Boolean.class).single();
    }

    Optional<Operation> find(UUID id) {
        return database.sql(SELECT + "o.id = ?")
                .param(id)
                .query(OperationTable::operation)
                .optional();
    }

    Optional<Operation> creationOf(UUID payment) {
        return database.sql(SELECT + "o.payment_id = ? AND o.kind = 'CREATE'")
                .param(payment)
                .query(OperationTable::operation)
                .optional();
    }

    /** Whether taking or letting go of the held money was asked for and is not decided. */
    boolean isDecisionOpen(UUID payment) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM provider_operation WHERE payment_id = ?
                            AND kind IN ('CAPTURE', 'CANCEL') AND state IN ('WAITING', 'UNKNOWN'))""").param(payment).query(Boolean.class).single();
    }

    /** The part of the held money that was to be taken, if one was. */
    Optional<BigDecimal> partCaptured(UUID payment) {
        return database.sql("""
                        SELECT amount FROM provider_operation WHERE payment_id = ? AND kind = 'CAPTURE'
                            AND state IN ('UNKNOWN', 'DONE') ORDER BY position DESC LIMIT 1""").param(payment).query(BigDecimal.class).optional();
    }

    /** Whether the provider was sent a receipt along with the payment. */
    boolean sentReceipt(UUID payment) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM provider_operation WHERE payment_id = ?
                            AND kind IN ('CREATE', 'CAPTURE') AND has_receipt)""").param(payment).query(Boolean.class).single();
    }

    /** By the refund it is for. */
    boolean sentReceiptOfRefund(UUID refund) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM provider_operation WHERE refund_id = ? AND kind = 'REFUND'
                            AND has_receipt)""").param(refund).query(Boolean.class).single();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static Operation operation(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getObject("id", UUID.class),
                Operation.Kind.valueOf(row.getString("kind")),
                row.getObject("payment_id", UUID.class),
                row.getObject("refund_id", UUID.class),
                row.getObject("receipt_id", UUID.class),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("key"),
                PaymentTable.instant(row, "key_since"),
                row.getString("body"),
                Operation.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("problem"));
    }
}
