package ru.freesport.console.onec.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.partners.CallError;

/** Records on their way to 1C as rows; every change of a state is made here, forward only, and told to the screens. */
@Repository
class OutgoingTable {

    static final String CHANNEL = "outgoing";

    /** States that people watch, for the SQL of this module. */
    static final String OWED = Set.of(OutgoingState.values()).stream()
            .filter(OutgoingState::isOwed)
            .map(state -> "'" + state + "'")
            .sorted()
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String COLUMNS = "key, number, state, batch, file_id, tries, changed_at, owed_since,"
            + " onec_number, error, failure, call_id";

    private final JdbcClient database;

    OutgoingTable(JdbcClient database) {
        this.database = database;
    }

    /** Why a record is where it is. */
    record Reason(
            @Nullable CallError error,
            @Nullable String text,
            @Nullable Long callId) {

        static final Reason NONE = new Reason(null, null, null);
    }

    /** Takes parts up that are not on their way yet. */
    void enqueue(Collection<PartForExport> parts) {
        enqueue(OutgoingKind.ORDER, OrderFreight.numbers(parts));
    }

    /**
     * Takes records up that are not on their way yet, in the order they are given. Rows are locked in the order of their keys, as
     * they are everywhere here, or two who do this and a confirmation could block each other.
     *
     * @param numbers by key
     */
    void enqueue(OutgoingKind kind, Map<String, String> numbers) {
        List<String> keys = List.copyOf(numbers.keySet());
        database.sql("""
                        INSERT INTO outgoing_record (key, number, state, kind, created_at)
                        SELECT key, number, 'QUEUED', :kind, statement_timestamp() + place * interval '1 microsecond'
                        FROM unnest(:keys::text[], :numbers::text[]) WITH ORDINALITY AS part (key, number, place)
                        ORDER BY key
                        ON CONFLICT (key) DO UPDATE SET state = 'QUEUED', alone = true, changed_at = clock_timestamp()
                            -- a person let it go again, or there is something new to tell
                            WHERE outgoing_record.kind = :kind AND outgoing_record.state = ANY(:again)
                        """)
                .param("kind", kind.name())
                .param("keys", keys.toArray(String[]::new))
                .param("numbers", keys.stream().map(numbers::get).toArray(String[]::new))
                .param(
                        "again",
                        names(
                                kind.isToldAgain()
                                        ? OutgoingState.FINAL
                                        : EnumSet.of(OutgoingState.REJECTED, OutgoingState.WITHDRAWN)))
                .update();
    }

    /**
     * 1C asks for these parts by itself: nothing else is done with them from now on. What is on its way already stays
     * there, and 1C, which does every key once, gets it all the same; only what is being sent at this moment waits.
     * Joins the caller's transaction, and holds the records until its end.
     *
     * @return the keys that may be given to it
     */
    Set<String> offer(Collection<OrderHandover.Waiting> parts) {
        return new HashSet<>(database.sql("""
                        INSERT INTO outgoing_record AS r (key, number, state)
                        SELECT key, number, 'OFFERED' FROM unnest(:keys::text[], :numbers::text[]) AS part (key, number)
                        ORDER BY key
                        ON CONFLICT (key) DO UPDATE SET
                            state = CASE WHEN r.state = ANY(:before) THEN 'OFFERED' ELSE r.state END,
                            changed_at = CASE WHEN r.state = ANY(:before) THEN clock_timestamp() ELSE r.changed_at END
                        WHERE r.state <> 'SENDING' OR r.lease_until < clock_timestamp()
                        RETURNING key
                        """)
                .param("keys", parts.stream().map(OrderHandover.Waiting::key).toArray(String[]::new))
                .param(
                        "numbers",
                        parts.stream().map(OrderHandover.Waiting::number).toArray(String[]::new))
                .param("before", names(OutgoingState.OFFERED.before()))
                .query(String.class)
                .list());
    }

    /** 1C asked for them, and has kept silent about them for so long that it must be asked itself. */
    Set<String> doubtOffered(Duration window) {
        return told(
                "UPDATE outgoing_record SET state = 'POSSIBLE_DOUBLE', owed_since = clock_timestamp(),"
                        + " changed_at = clock_timestamp() WHERE state = 'OFFERED'"
                        + " AND changed_at < clock_timestamp() - make_interval(secs => :window) RETURNING key",
                Map.of("window", (double) window.toSeconds()));
    }

    /** Locks records in one order, so that two confirmations cannot block each other; within a transaction. */
    void lock(Collection<String> keys) {
        database.sql("SELECT key FROM outgoing_record WHERE key = ANY(?) ORDER BY key FOR UPDATE")
                .param(array(keys))
                .query(String.class)
                .list();
    }

    /** How the records stand that went with a call last. */
    Map<OutgoingState, Integer> ofBatch(String batch) {
        Map<OutgoingState, Integer> states = new EnumMap<>(OutgoingState.class);
        database.sql("SELECT state, count(*) AS records FROM outgoing_record WHERE batch = ? GROUP BY state")
                .param(batch)
                .query(row -> {
                    states.put(OutgoingState.valueOf(row.getString("state")), row.getInt("records"));
                });
        return states;
    }

    Set<String> ofBatch(String batch, OutgoingState... states) {
        return new HashSet<>(database.sql("SELECT key FROM outgoing_record WHERE batch = ? AND state = ANY(?)")
                .params(batch, names(List.of(states)))
                .query(String.class)
                .list());
    }

    /** How many of a kind are neither confirmed nor given up. */
    int open(OutgoingKind kind) {
        return database.sql("SELECT count(*) FROM outgoing_record"
                        + " WHERE kind = ? AND state NOT IN ('CONFIRMED', 'REJECTED', 'WITHDRAWN')")
                .param(kind.name())
                .query(Integer.class)
                .single();
    }

    /** Of those of a kind that are in a state, the longest owed first. */
    List<String> keys(OutgoingKind kind, OutgoingState state) {
        return database.sql("SELECT key FROM outgoing_record WHERE kind = ? AND state = ?"
                        + " ORDER BY coalesce(owed_since, created_at), key")
                .params(kind.name(), state.name())
                .query(String.class)
                .list();
    }

    int count(OutgoingKind kind, Collection<OutgoingState> states) {
        return database.sql("SELECT count(*) FROM outgoing_record WHERE kind = ? AND state = ANY(?)")
                .params(kind.name(), names(states))
                .query(Integer.class)
                .single();
    }

    /** What these are; unknown keys are absent. */
    Map<String, OutgoingKind> kinds(Collection<String> keys) {
        Map<String, OutgoingKind> kinds = new HashMap<>();
        database.sql("SELECT key, kind FROM outgoing_record WHERE key = ANY(?)")
                .param(array(keys))
                .query(row -> {
                    kinds.put(row.getString(1), OutgoingKind.valueOf(row.getString(2)));
                });
        return kinds;
    }

    /** The oldest queued orders, for this node alone. */
    Set<String> claim(String batch, int most, Duration lease, @Nullable Collection<String> only) {
        return claim(OutgoingKind.ORDER, batch, most, lease, only);
    }

    /**
     * Takes the oldest queued records for this node alone; the caller's transaction makes it durable before anything leaves.
     *
     * @param only of these; null: of all
     * @return their keys; one only when 1C refused a batch with it before
     */
    @Transactional
    public Set<String> claim(
            OutgoingKind kind, String batch, int most, Duration lease, @Nullable Collection<String> only) {
        record Next(String key, boolean alone) {}
        List<Next> next = database.sql(
                        "SELECT key, alone FROM outgoing_record WHERE kind = ? AND state = 'QUEUED'"
                                + " AND (?::text[] IS NULL OR key = ANY(?)) ORDER BY alone, created_at, key LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(kind.name(), only == null ? null : array(only), only == null ? null : array(only), most)
                .query((row, _) -> new Next(row.getString(1), row.getBoolean(2)))
                .list();
        if (next.isEmpty()) {
            return Set.of();
        }
        boolean alone = next.getFirst().alone();
        Set<String> keys = next.stream()
                .filter(one -> one.alone() == alone)
                .limit(alone ? 1 : most)
                .map(Next::key)
                .collect(Collectors.toSet());
        database.sql("UPDATE outgoing_record SET state = 'SENDING', batch = ?, tries = tries + 1,"
                        + " lease_until = clock_timestamp() + make_interval(secs => ?), changed_at = clock_timestamp()"
                        + " WHERE key = ANY(?)")
                .params(batch, (double) lease.toSeconds(), array(keys))
                .update();
        return keys;
    }

    /** What a node that died was sending may have arrived. */
    Set<String> expire() {
        return told(
                "UPDATE outgoing_record SET state = 'POSSIBLE_DOUBLE', lease_until = NULL,"
                        + " owed_since = coalesce(owed_since, clock_timestamp()), changed_at = clock_timestamp()"
                        + " WHERE state = 'SENDING' AND lease_until < clock_timestamp()"
                        + " RETURNING key",
                Map.of());
    }

    /** @return the keys that moved */
    Set<String> move(Collection<String> keys, OutgoingState next, Reason reason) {
        return move(keys, next, reason, "", Map.of());
    }

    /** The same for what was claimed as this batch; what somebody else took over meanwhile stays as it is. */
    Set<String> moveClaimed(String batch, Collection<String> keys, OutgoingState next, Reason reason) {
        return move(keys, next, reason, "AND state = 'SENDING' AND batch = :batch", Map.of("batch", batch));
    }

    /** What is owed is queued again; what left that state meanwhile stays as it is. */
    Set<String> queueAgain(Collection<String> keys) {
        return move(keys, OutgoingState.QUEUED, Reason.NONE, "AND state IN " + OWED, Map.of());
    }

    /** Rows are locked in one order, so that two who move the same ones cannot block each other. */
    private Set<String> move(
            Collection<String> keys, OutgoingState next, Reason reason, String condition, Map<String, Object> more) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> values = new HashMap<>(more);
        values.put("keys", array(keys));
        values.put("next", next.name());
        values.put("before", names(next.before()));
        values.put("error", reason.error() == null ? null : reason.error().name());
        values.put("failure", reason.text());
        values.put("call", reason.callId());
        return told("""
                WITH mine AS (SELECT key FROM outgoing_record
                    WHERE key = ANY(:keys) AND state = ANY(:before) %s ORDER BY key FOR UPDATE)
                UPDATE outgoing_record r SET state = :next, lease_until = NULL, changed_at = clock_timestamp(),
                    owed_since = CASE WHEN :next IN %s THEN coalesce(owed_since, clock_timestamp()) ELSE NULL END,
                    file_id = CASE WHEN :next IN ('QUEUED', 'POSSIBLE_DOUBLE') THEN NULL ELSE file_id END,
                    error = :error, failure = :failure, call_id = coalesce(:call, call_id)
                FROM mine WHERE r.key = mine.key
                RETURNING r.key
                """.formatted(condition, OWED), values);
    }

    /** Confirmed whatever it was: that 1C has it is the truth. */
    Set<String> confirm(Map<String, String> numbers, String way) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        List<String> keys = List.copyOf(numbers.keySet());
        return told(
                """
                WITH mine AS (SELECT r.key, said.number
                    FROM outgoing_record r JOIN unnest(:keys::text[], :numbers::text[]) AS said (key, number) USING (key)
                    WHERE r.state <> 'CONFIRMED' ORDER BY r.key FOR UPDATE OF r)
                UPDATE outgoing_record r SET state = 'CONFIRMED', way = :way, lease_until = NULL, owed_since = NULL,
                    onec_number = coalesce(nullif(mine.number, ''), r.onec_number), error = NULL, failure = NULL,
                    changed_at = clock_timestamp()
                FROM mine WHERE r.key = mine.key
                RETURNING r.key
                """,
                Map.of(
                        "way",
                        way,
                        "keys",
                        keys.toArray(String[]::new),
                        "numbers",
                        keys.stream().map(numbers::get).toArray(String[]::new)));
    }

    /** From now on each of them goes alone. */
    @Transactional
    public void separate(String batch, Collection<String> keys, Reason reason) {
        Set<String> moved = moveClaimed(batch, keys, OutgoingState.QUEUED, reason);
        database.sql("UPDATE outgoing_record SET alone = true WHERE key = ANY(?)")
                .param(array(moved))
                .update();
    }

    List<OutgoingRecord> in(Collection<OutgoingState> states, int offset, int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM outgoing_record WHERE state = ANY(?)"
                        + " ORDER BY coalesce(owed_since, created_at), key OFFSET ? LIMIT ?")
                .params(names(states), offset, limit)
                .query(OutgoingTable::record)
                .list();
    }

    /** Those of a file that are owed, in the order of their numbers. */
    List<OutgoingRecord> owedOf(long file) {
        return database.sql("SELECT " + COLUMNS + " FROM outgoing_record WHERE file_id = ? AND state IN " + OWED
                        + " ORDER BY number")
                .param(file)
                .query(OutgoingTable::record)
                .list();
    }

    Optional<OutgoingRecord> find(String key) {
        return database.sql("SELECT " + COLUMNS + " FROM outgoing_record WHERE key = ?")
                .param(key)
                .query(OutgoingTable::record)
                .optional();
    }

    int count(Collection<OutgoingState> states) {
        return database.sql("SELECT count(*) FROM outgoing_record WHERE state = ANY(?)")
                .param(names(states))
                .query(Integer.class)
                .single();
    }

    private Set<String> told(String sql, Map<String, Object> values) {
        Set<String> moved = new HashSet<>(
                database.sql(sql).params(values).query(String.class).list());
        if (!moved.isEmpty()) {
            tell();
        }
        return moved;
    }

    /** Has the screens look again. */
    void tell() {
        database.sql("SELECT pg_notify(?, '')")
                .param(CHANNEL)
                .query((_, _) -> CHANNEL)
                .single();
    }

    static String[] array(Collection<String> keys) {
        return keys.stream().sorted().toArray(String[]::new);
    }

    private static String[] names(Collection<OutgoingState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    private static OutgoingRecord record(ResultSet row, int number) throws SQLException {
        String error = row.getString("error");
        return new OutgoingRecord(
                row.getString("key"),
                row.getString("number"),
                OutgoingState.valueOf(row.getString("state")),
                row.getString("batch"),
                (Long) row.getObject("file_id"),
                row.getInt("tries"),
                OutgoingFileTable.requiredInstant(row, "changed_at"),
                OutgoingFileTable.instant(row, "owed_since"),
                row.getString("onec_number"),
                error == null ? null : CallError.valueOf(error),
                row.getString("failure"),
                (Long) row.getObject("call_id"));
    }
}
