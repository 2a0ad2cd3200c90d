package ru.freesport.console.onec.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
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

    private static final String COLUMNS = "key, number, state, batch, file_id, tries, changed_at, owed_since,"
            + " onec_number, error, failure, call_id";
    private static final String OWED = Set.of(OutgoingState.values()).stream()
            .filter(OutgoingState::isOwed)
            .map(state -> "'" + state + "'")
            .sorted()
            .collect(Collectors.joining(", ", "(", ")"));

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
        database.sql("""
                        INSERT INTO outgoing_record (key, number, state)
                        SELECT key, number, 'QUEUED' FROM unnest(?::text[], ?::text[]) AS part (key, number)
                        ON CONFLICT (key) DO UPDATE SET state = 'QUEUED', alone = true, changed_at = clock_timestamp()
                            -- a person let a rejected one go again
                            WHERE outgoing_record.state = 'REJECTED'
                        """)
                .params(
                        parts.stream().map(PartForExport::key).toArray(String[]::new),
                        parts.stream().map(PartForExport::number).toArray(String[]::new))
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
        List<OrderHandover.Waiting> sorted = parts.stream()
                .sorted(Comparator.comparing(OrderHandover.Waiting::key))
                .toList();
        return new HashSet<>(database.sql("""
                        INSERT INTO outgoing_record AS r (key, number, state)
                        SELECT key, number, 'OFFERED' FROM unnest(:keys::text[], :numbers::text[]) AS part (key, number)
                        ON CONFLICT (key) DO UPDATE SET
                            state = CASE WHEN r.state = ANY(:before) THEN 'OFFERED' ELSE r.state END,
                            changed_at = CASE WHEN r.state = ANY(:before) THEN clock_timestamp() ELSE r.changed_at END
                        WHERE r.state <> 'SENDING' OR r.lease_until < clock_timestamp()
                        RETURNING key
                        """)
                .param("keys", sorted.stream().map(OrderHandover.Waiting::key).toArray(String[]::new))
                .param(
                        "numbers",
                        sorted.stream().map(OrderHandover.Waiting::number).toArray(String[]::new))
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

    /** How many are neither confirmed nor given up. */
    int open() {
        return database.sql("SELECT count(*) FROM outgoing_record"
                        + " WHERE state NOT IN ('CONFIRMED', 'REJECTED', 'WITHDRAWN')")
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the oldest queued records for this node alone; the caller's transaction makes it durable before anything leaves.
     *
     * @param only of these; null: of all
     * @return their keys; one only when 1C refused a batch with it before
     */
    @Transactional
    public Set<String> claim(String batch, int most, Duration lease, @Nullable Collection<String> only) {
        record Next(String key, boolean alone) {}
        List<Next> next = database.sql(
                        "SELECT key, alone FROM outgoing_record WHERE state = 'QUEUED'"
                                + " AND (?::text[] IS NULL OR key = ANY(?)) ORDER BY alone, created_at, key LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(only == null ? null : array(only), only == null ? null : array(only), most)
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
        return told("""
                UPDATE outgoing_record SET state = :next, lease_until = NULL, changed_at = clock_timestamp(),
                    owed_since = CASE WHEN :next IN %s THEN coalesce(owed_since, clock_timestamp()) ELSE NULL END,
                    file_id = CASE WHEN :next IN ('QUEUED', 'POSSIBLE_DOUBLE') THEN NULL ELSE file_id END,
                    error = :error, failure = :failure, call_id = coalesce(:call, call_id)
                WHERE key = ANY(:keys) AND state = ANY(:before)
                RETURNING key
                """.formatted(OWED), values(keys, next, reason));
    }

    /** Confirmed whatever it was: that 1C has it is the truth. */
    Set<String> confirm(Map<String, String> numbers, String way) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        List<String> keys = List.copyOf(numbers.keySet());
        return told(
                """
                UPDATE outgoing_record r SET state = 'CONFIRMED', way = :way, lease_until = NULL, owed_since = NULL,
                    onec_number = coalesce(nullif(said.number, ''), r.onec_number), error = NULL, failure = NULL,
                    changed_at = clock_timestamp()
                FROM unnest(:keys::text[], :numbers::text[]) AS said (key, number)
                WHERE r.key = said.key AND r.state <> 'CONFIRMED'
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
    void separate(Collection<String> keys, Reason reason) {
        move(keys, OutgoingState.QUEUED, reason);
        database.sql("UPDATE outgoing_record SET alone = true WHERE key = ANY(?)")
                .param(array(keys))
                .update();
    }

    /** Writes records to a file that waits for the file server. */
    @Transactional
    public long file(Collection<String> keys, String name, long message, Reason reason) {
        long file = database.sql("INSERT INTO outgoing_file (name, message_id, rows, state) VALUES (?, ?, ?, 'WAITING')"
                        + " RETURNING id")
                .params(name, message, keys.size())
                .query(Long.class)
                .single();
        move(keys, OutgoingState.WAITING_FTP, reason);
        database.sql("UPDATE outgoing_record SET file_id = ? WHERE key = ANY(?) AND state = 'WAITING_FTP'")
                .params(file, array(keys))
                .update();
        return file;
    }

    /** Takes a waiting file for this node alone. */
    Optional<OutgoingFile> claimFile(Duration lease) {
        return database.sql("""
                        UPDATE outgoing_file SET tries = tries + 1,
                            lease_until = clock_timestamp() + make_interval(secs => ?)
                        WHERE id = (SELECT id FROM outgoing_file WHERE state = 'WAITING'
                                AND (lease_until IS NULL OR lease_until < clock_timestamp())
                            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param((double) lease.toSeconds())
                .query(Long.class)
                .optional()
                .flatMap(this::file);
    }

    @Transactional
    public Set<String> uploaded(long file) {
        database.sql("UPDATE outgoing_file SET state = 'UPLOADED', uploaded_at = clock_timestamp(), failure = NULL,"
                        + " lease_until = NULL WHERE id = ? AND state = 'WAITING'")
                .param(file)
                .update();
        return move(keysOf(file, OutgoingState.WAITING_FTP), OutgoingState.ON_FTP, Reason.NONE);
    }

    /** The next try is a later run's. */
    void notUploaded(long file, String failure) {
        database.sql("UPDATE outgoing_file SET failure = ?, lease_until = NULL WHERE id = ?")
                .params(failure, file)
                .update();
        tell();
    }

    void acknowledged(String name) {
        database.sql(
                        "UPDATE outgoing_file SET acknowledged_at = coalesce(acknowledged_at, clock_timestamp()) WHERE name = ?")
                .param(name)
                .update();
    }

    void withdrawn(long file) {
        database.sql("UPDATE outgoing_file SET state = 'WITHDRAWN', settled_at = clock_timestamp() WHERE id = ?")
                .param(file)
                .update();
    }

    /** Files none of whose records is owed any more. */
    void settle() {
        database.sql("""
                        UPDATE outgoing_file f SET state = 'SETTLED', settled_at = clock_timestamp()
                        WHERE state IN ('WAITING', 'UPLOADED') AND NOT EXISTS (SELECT 1 FROM outgoing_record r
                            WHERE r.file_id = f.id AND r.state IN %s)
                        """.formatted(OWED)).update();
        tell();
    }

    Set<String> keysOf(long file, OutgoingState state) {
        return new HashSet<>(database.sql("SELECT key FROM outgoing_record WHERE file_id = ? AND state = ?")
                .params(file, state.name())
                .query(String.class)
                .list());
    }

    List<OutgoingRecord> in(Collection<OutgoingState> states, int offset, int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM outgoing_record WHERE state = ANY(?)"
                        + " ORDER BY coalesce(owed_since, created_at), key OFFSET ? LIMIT ?")
                .params(states.stream().map(Enum::name).toArray(String[]::new), offset, limit)
                .query(OutgoingTable::record)
                .list();
    }

    List<OutgoingRecord> ofFile(long file, int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM outgoing_record WHERE file_id = ? ORDER BY number LIMIT ?")
                .params(file, limit)
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
                .param(states.stream().map(Enum::name).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    Optional<OutgoingFile> file(long id) {
        return database.sql(FILE + " WHERE f.id = ?")
                .param(id)
                .query(OutgoingTable::outgoingFile)
                .optional();
    }

    /** Open ones first, each group newest first. */
    List<OutgoingFile> files(int offset, int limit) {
        return database.sql(FILE + " ORDER BY (f.state IN ('WAITING', 'UPLOADED')) DESC, f.id DESC OFFSET ? LIMIT ?")
                .params(offset, limit)
                .query(OutgoingTable::outgoingFile)
                .list();
    }

    private static final String FILE = """
            SELECT f.id, f.name, f.message_id, f.rows, f.state, f.created_at, f.uploaded_at, f.acknowledged_at, f.tries,
                f.failure, (SELECT count(*) FROM outgoing_record r WHERE r.file_id = f.id AND r.state IN %s) AS open
            FROM outgoing_file f""".formatted(OWED);

    private Map<String, Object> values(Collection<String> keys, OutgoingState next, Reason reason) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("keys", array(keys));
        values.put("next", next.name());
        values.put("before", names(next.before()));
        values.put("error", reason.error() == null ? null : reason.error().name());
        values.put("failure", reason.text());
        values.put("call", reason.callId());
        return values;
    }

    private Set<String> told(String sql, Map<String, Object> values) {
        Set<String> moved = new HashSet<>(
                database.sql(sql).params(values).query(String.class).list());
        if (!moved.isEmpty()) {
            tell();
        }
        return moved;
    }

    private void tell() {
        database.sql("SELECT pg_notify(?, '')")
                .param(CHANNEL)
                .query((_, _) -> CHANNEL)
                .single();
    }

    private static String[] names(Collection<OutgoingState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    private static String[] array(Collection<String> keys) {
        return keys.stream().sorted().toArray(String[]::new);
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
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "owed_since"),
                row.getString("onec_number"),
                error == null ? null : CallError.valueOf(error),
                row.getString("failure"),
                (Long) row.getObject("call_id"));
    }

    private static OutgoingFile outgoingFile(ResultSet row, int number) throws SQLException {
        return new OutgoingFile(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("message_id"),
                row.getInt("rows"),
                row.getInt("open"),
                OutgoingFile.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "uploaded_at"),
                instant(row, "acknowledged_at"),
                row.getInt("tries"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
