package ru.freesport.console.customers.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.MatchKey;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.MergeRule;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.records.CustomerRow;
import ru.freesport.console.shared.Actor;

/** Reads conflicts with what belongs to them. */
@Component
class ConflictTable {

    /** A claim that ran out is none. */
    static final String ROW = """
            SELECT c.*, clock_timestamp() AS now, p.actor AS proposed_by
            FROM customer_conflict c LEFT JOIN customer_conflict_decision p ON p.id = c.proposal_id
            """;

    private final JdbcClient database;

    ConflictTable(JdbcClient database) {
        this.database = database;
    }

    Instant now() {
        return database.sql("SELECT clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    Optional<ConflictRow> find(long id) {
        return database.sql(ROW + " WHERE c.id = ?")
                .param(id)
                .query(ConflictTable::row)
                .optional();
    }

    /** Whether another question about the same counterparty came up after this one. */
    boolean isOvertaken(ConflictRow row) {
        return database.sql("SELECT EXISTS (SELECT FROM customer_conflict WHERE onec_id = ? AND id > ?)")
                .params(row.onecId(), row.id())
                .query(Boolean.class)
                .single();
    }

    /** Until the end of the transaction nobody else moves it. The customer must be locked before. */
    Optional<ConflictRow> lock(long id) {
        return database.sql(ROW + " WHERE c.id = ? FOR UPDATE OF c")
                .param(id)
                .query(ConflictTable::row)
                .optional();
    }

    /** The conflicts of a customer that are not closed, locked. */
    List<ConflictRow> lockAtWork(UUID customer) {
        return database.sql(ROW + """
                         WHERE c.customer_id = ? AND c.state NOT IN ('CONFIRMED', 'DISMISSED')
                        ORDER BY c.id FOR UPDATE OF c""").param(customer).query(ConflictTable::row).list();
    }

    List<ConflictField> fields(long id) {
        return database
                .sql("SELECT * FROM customer_conflict_field WHERE conflict_id = ?")
                .param(id)
                .query(ConflictTable::field)
                .list()
                .stream()
                .sorted(Comparator.comparing(ConflictField::field))
                .toList();
    }

    List<CandidateKeys> candidates(long id) {
        return database.sql("SELECT customer_id, keys FROM customer_conflict_candidate WHERE conflict_id = ?")
                .param(id)
                .query((row, _) -> new CandidateKeys(
                        row.getObject(1, UUID.class),
                        Arrays.stream((String[]) row.getArray(2).getArray())
                                .map(MatchKey::valueOf)
                                .sorted()
                                .toList()))
                .list();
    }

    record CandidateKeys(UUID customer, List<MatchKey> keys) {}

    List<ConflictEvent> events(long id) {
        return database.sql("SELECT * FROM customer_conflict_event WHERE conflict_id = ? ORDER BY id DESC")
                .param(id)
                .query((row, _) -> new ConflictEvent(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        ConflictEvent.Kind.valueOf(row.getString("kind")),
                        ConflictState.valueOf(row.getString("state")),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                        row.getString("text")))
                .list();
    }

    static ConflictRow row(ResultSet row, int number) throws SQLException {
        Instant claimedUntil = CustomerRow.instant(row, "claimed_until");
        boolean isClaimed = claimedUntil != null
                && claimedUntil.isAfter(row.getTimestamp("now").toInstant());
        return new ConflictRow(
                row.getLong("id"),
                ConflictKind.valueOf(row.getString("kind")),
                state(row, isClaimed),
                Severity.valueOf(row.getString("severity")),
                row.getString("onec_id"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("fields").getArray())
                        .map(CustomerField::valueOf)
                        .toList(),
                row.getString("pattern"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("escalated_at") != null,
                row.getInt("returned"),
                isClaimed ? row.getString("claimed_by") : null,
                isClaimed ? claimedUntil : null,
                row.getObject("proposal_id") != null,
                row.getString("proposed_by"),
                CustomerRow.instant(row, "hold_until"),
                CustomerRow.instant(row, "sent_at"),
                CustomerRow.instant(row, "confirmed_at"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    /** A claim that ran out without a proposal is open again, whether or not anybody has noticed. */
    private static ConflictState state(ResultSet row, boolean isClaimed) throws SQLException {
        ConflictState stored = ConflictState.valueOf(row.getString("state"));
        return stored != ConflictState.CLAIMED || isClaimed || row.getObject("proposal_id") != null
                ? stored
                : row.getInt("returned") > 0 ? ConflictState.REOPENED : ConflictState.OPEN;
    }

    static ConflictField field(ResultSet row, int number) throws SQLException {
        return new ConflictField(
                CustomerField.valueOf(row.getString("field")),
                new Sourced(
                        row.getString("shop"),
                        CustomerRow.instant(row, "shop_at"),
                        row.getString("shop_source"),
                        row.getString("shop_by")),
                new Sourced(row.getString("base"), CustomerRow.instant(row, "base_at"), null, null),
                new Sourced(
                        row.getString("onec"), CustomerRow.instant(row, "onec_at"), row.getString("onec_source"), null),
                Strategy.valueOf(row.getString("strategy")),
                named(Choice.class, row.getString("suggestion")),
                row.getString("suggested"),
                named(MergeRule.class, row.getString("rule")),
                named(Choice.class, row.getString("choice")),
                row.getString("result"));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
