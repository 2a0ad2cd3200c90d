package ru.freesport.console.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Money;

/** The statements on differences, and on what of ours belongs to a day. */
@Component
class ReconciliationTable {

    private final JdbcClient database;

    ReconciliationTable(JdbcClient database) {
        this.database = database;
    }

    /** Found now; seen before, it only was seen again. */
    record Found(
            Difference.Subject subject,
            Difference.Kind kind,
            String providerId,
            @Nullable UUID paymentId,
            @Nullable UUID refundId,
            @Nullable String here,
            @Nullable String there) {}

    void found(LocalDate day, Found one) {
        database.sql("""
                        INSERT INTO reconciliation_difference (day, subject, kind, provider_id, payment_id, refund_id,
                            here, there)
                        VALUES (:day, :subject, :kind, :providerId, :payment, :refund, :here, :there)
                        ON CONFLICT (subject, provider_id, kind) WHERE state IN ('OPEN', 'ACCEPTED')
                        DO UPDATE SET seen_at = clock_timestamp(), here = excluded.here, there = excluded.there""")
                .param("day", day)
                .param("subject", one.subject().name())
                .param("kind", one.kind().name())
                .param("providerId", one.providerId())
                .param("payment", one.paymentId())
                .param("refund", one.refundId())
                .param("here", one.here())
                .param("there", one.there())
                .update();
    }

    /** What was open of the day and is no more to be seen has settled. */
    void settleOthers(LocalDate day, Instant since) {
        database.sql("""
                        UPDATE reconciliation_difference SET state = 'SETTLED', decided_at = clock_timestamp()
                        WHERE day = ? AND state = 'OPEN' AND seen_at < ?""").params(day, PaymentTable.at(since)).update();
    }

    boolean decide(long id, Difference.State state, String by, String remark) {
        return database.sql("""
                        UPDATE reconciliation_difference SET state = :state, decided_by = :by, remark = :remark,
                            decided_at = clock_timestamp() WHERE id = :id AND state = 'OPEN'""")
                        .param("state", state.name())
                        .param("by", by)
                        .param("remark", remark)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Difference> find(long id) {
        return database.sql("SELECT * FROM reconciliation_difference WHERE id = ?")
                .param(id)
                .query(ReconciliationTable::difference)
                .optional();
    }

    /** Newest first. */
    List<Difference> page(Collection<Difference.State> states, @Nullable Long below, int limit) {
        return database.sql("""
                        SELECT * FROM reconciliation_difference
                        WHERE state = ANY(:states) AND id < coalesce(:below::bigint, 9223372036854775807)
                        ORDER BY id DESC LIMIT :limit""")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("below", below)
                .param("limit", limit)
                .query(ReconciliationTable::difference)
                .list();
    }

    int open(LocalDate day) {
        return database.sql("SELECT count(*) FROM reconciliation_difference WHERE day = ? AND state = 'OPEN'")
                .param(day)
                .query(Integer.class)
                .single();
    }

    int open() {
        return database.sql("SELECT count(*) FROM reconciliation_difference WHERE state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    List<DayMoney> money(Instant from, Instant before) {
        return database.sql("""
                        SELECT method, state, currency, count(*) AS payments, sum(amount) AS amount,
                            sum(captured) AS captured, sum(refunded) AS refunded, sum(refunding) AS refunding,
                            sum(income) AS income
                        FROM payment WHERE created_at >= ? AND created_at < ?
                        GROUP BY method, state, currency ORDER BY method NULLS LAST, state, currency""")
                .params(PaymentTable.at(from), PaymentTable.at(before))
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new DayMoney(
                            row.getString("method"),
                            PaymentState.valueOf(row.getString("state")),
                            row.getInt("payments"),
                            new Money(row.getBigDecimal("amount"), currency),
                            new Money(row.getBigDecimal("captured"), currency),
                            new Money(row.getBigDecimal("refunded"), currency),
                            new Money(row.getBigDecimal("refunding"), currency),
                            row.getBigDecimal("income") == null
                                    ? null
                                    : new Money(row.getBigDecimal("income"), currency));
                })
                .list();
    }

    List<Payment> payments(String provider, Instant from, Instant before) {
        return database.sql("""
                        SELECT * FROM payment WHERE provider = ? AND provider_id IS NOT NULL
                            AND created_at >= ? AND created_at < ?""")
                .params(provider, PaymentTable.at(from), PaymentTable.at(before))
                .query(PaymentTable::payment)
                .list();
    }

    List<UUID> refunds(Instant from, Instant before) {
        return database.sql("""
                        SELECT id FROM refund WHERE provider_id IS NOT NULL AND requested_at >= ? AND requested_at < ?""")
                .params(PaymentTable.at(from), PaymentTable.at(before))
                .query(UUID.class)
                .list();
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                Difference.Subject.valueOf(row.getString("subject")),
                Difference.Kind.valueOf(row.getString("kind")),
                row.getString("provider_id"),
                row.getObject("payment_id", UUID.class),
                row.getObject("refund_id", UUID.class),
                row.getString("here"),
                row.getString("there"),
                Difference.State.valueOf(row.getString("state")),
                row.getTimestamp("found_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                PaymentTable.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("remark"));
    }
}
