package ru.freesport.console.customers.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever takes customers to 1C. Every call may be repeated. A customer waits until 1C has taken what it was
 * told, by whichever way; what changes meanwhile is told again.
 */
@Service
@PreAuthorize("hasAnyRole('SYSTEM', 'EXCHANGE', 'OPERATIONS', 'ADMIN')")
@Transactional
public class CustomerHandover {

    private static final int UUID_LENGTH = 36;
    private static final String KEY = "coalesce(c.onec_id, c.id::text)";
    private static final String WAITING = """
            c.sync_state = 'PENDING' AND coalesce(c.send_after, '-infinity') <= clock_timestamp()
            AND c.merged_into IS NULL AND c.verification <> 'REFUSED'
            -- as long as a person is asked whether 1C has them already, 1C would only get them twice
            AND (c.onec_id IS NOT NULL OR NOT EXISTS (SELECT FROM customer_conflict_candidate one
                JOIN customer_conflict asked ON asked.id = one.conflict_id
                WHERE one.customer_id = c.id AND asked.state NOT IN ('CONFIRMED', 'DISMISSED')))""";

    private final JdbcClient database;
    private final SendingSnapshots snapshots;
    private final SendingResults results;

    CustomerHandover(JdbcClient database, SendingSnapshots snapshots, SendingResults results) {
        this.database = database;
        this.snapshots = snapshots;
        this.results = results;
    }

    /** What 1C said of one. */
    public record Taken(String key, @Nullable String onecId) {}

    /** Those that changed first come first. */
    @Transactional(readOnly = true)
    public List<WaitingCustomer> toExport(int limit) {
        return database.sql("SELECT c.id, " + KEY + " AS key, c.code, c.changed_at FROM customer c WHERE " + WAITING
                        + " ORDER BY c.send_after NULLS FIRST, c.id LIMIT ?")
                .param(limit)
                .query(CustomerHandover::waiting)
                .list();
    }

    /** Whatever their state; for those that a person wants to be sent now. */
    @Transactional(readOnly = true)
    public List<WaitingCustomer> find(Collection<String> keys) {
        return database.sql("SELECT c.id, " + KEY + " AS key, c.code, c.changed_at FROM customer c"
                        + " WHERE c.onec_id = ANY(:keys) OR c.id = ANY(:own) ORDER BY c.id")
                .param("keys", keys.toArray(String[]::new))
                .param("own", ownIds(keys))
                .query(CustomerHandover::waiting)
                .list();
    }

    /** By their numbers, our ids or 1C's, whether they wait or not; for a person who wants them told now. */
    @Transactional(readOnly = true)
    public List<WaitingCustomer> search(Collection<String> ids) {
        return database.sql("SELECT c.id, " + KEY + " AS key, c.code, c.changed_at FROM customer c"
                        + " WHERE c.merged_into IS NULL AND (c.onec_id = ANY(:ids) OR c.id = ANY(:own)"
                        + " OR c.code = ANY(:codes)) ORDER BY c.id")
                .param("ids", ids.toArray(String[]::new))
                .param("own", ownIds(ids))
                .param(
                        "codes",
                        ids.stream()
                                .filter(id -> id.matches("[0-9]{1,18}"))
                                .map(Long::valueOf)
                                .toArray(Long[]::new))
                .query(CustomerHandover::waiting)
                .list();
    }

    /** Businesses, and whomever else 1C knows, that changed since then, whether 1C was told or not. */
    @Transactional(readOnly = true)
    public List<WaitingCustomer> changedSince(Instant since, int limit) {
        return database.sql("SELECT c.id, " + KEY + " AS key, c.code, c.changed_at FROM customer c"
                        + " WHERE c.changed_at >= ? AND c.merged_into IS NULL AND c.verification <> 'REFUSED'"
                        + " AND (c.onec_id IS NOT NULL OR c.type <> 'PERSON') ORDER BY c.changed_at, c.id LIMIT ?")
                .params(java.sql.Timestamp.from(since), limit)
                .query(CustomerHandover::waiting)
                .list();
    }

    /**
     * These are about to be told to 1C: what is said of each is kept as it is now. Commit before the call.
     *
     * @return the keys that may be told: those that a person must decide about first are not among them
     */
    public Set<String> prepared(Collection<String> keys) {
        return snapshots.take(
                find(keys).stream().map(WaitingCustomer::id).sorted().toList());
    }

    /** As they were kept by {@link #prepared}. Holds personal data. */
    @Transactional(readOnly = true)
    public List<CounterpartyForExport> documents(Collection<String> keys) {
        return snapshots.find(keys);
    }

    /** Written to a file that 1C will take: what people decided is on its way. */
    public void handedOver(Collection<String> keys) {
        results.handedOver(keys);
    }

    /** 1C took them. */
    public void taken(Collection<Taken> taken) {
        taken.forEach(one -> results.taken(one.key(), one.onecId()));
    }

    /** 1C judged one and said no: it is not told again until it changes, or a person has it sent again. */
    public void rejected(String key, String text) {
        results.rejected(key, text);
    }

    /** Of these keys and versions those that are what was kept to be told last. */
    @Transactional(readOnly = true)
    public boolean isCurrent(String key, long version) {
        return snapshots.find(List.of(key)).stream().anyMatch(one -> one.version() == version);
    }

    static UUID[] ownIds(Collection<String> keys) {
        List<UUID> ids = new ArrayList<>();
        for (String key : keys) {
            UUID id = ownId(key);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids.toArray(UUID[]::new);
    }

    /** What 1C calls a customer as long as it has no id of its own, also in orders. */
    static String ownKey(UUID customer) {
        return customer.toString();
    }

    /** The customer that an own key names; null for any other key. */
    static @Nullable UUID ownId(String key) {
        try {
            return key.length() == UUID_LENGTH ? UUID.fromString(key) : null;
        } catch (IllegalArgumentException somebodyElses) {
            return null;
        }
    }

    private static WaitingCustomer waiting(ResultSet row, int number) throws SQLException {
        return new WaitingCustomer(
                row.getObject("id", UUID.class),
                row.getString("key"),
                Long.toString(row.getLong("code")),
                row.getTimestamp("changed_at").toInstant());
    }
}
