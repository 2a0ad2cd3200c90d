package ru.freesport.console.onec.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;

/** Files for the file server as rows, each with the records it carries. */
@Repository
class OutgoingFileTable {

    private static final String FILE = """
            SELECT f.id, f.name, f.message_id, f.rows, f.state, f.created_at, f.uploaded_at, f.acknowledged_at, f.tries,
                f.failure, (SELECT count(*) FROM outgoing_record r WHERE r.file_id = f.id AND r.state IN %s) AS open
            FROM outgoing_file f
            """.formatted(OutgoingTable.OWED);

    private final JdbcClient database;
    private final OutgoingTable records;

    OutgoingFileTable(JdbcClient database, OutgoingTable records) {
        this.database = database;
        this.records = records;
    }

    /** Writes what was claimed as this batch to a file that waits for the file server. */
    @Transactional
    public void file(String batch, Collection<String> keys, String name, long message, Reason reason) {
        Set<String> mine = records.moveClaimed(batch, keys, OutgoingState.WAITING_FTP, reason);
        if (mine.isEmpty()) {
            return;
        }
        long file = database.sql("INSERT INTO outgoing_file (name, message_id, rows, state) VALUES (?, ?, ?, 'WAITING')"
                        + " RETURNING id")
                .params(name, message, keys.size())
                .query(Long.class)
                .single();
        database.sql("UPDATE outgoing_record SET file_id = ? WHERE key = ANY(?)")
                .params(file, OutgoingTable.array(mine))
                .update();
    }

    /** Takes a waiting file for this node alone; one that failed often does not hold up the others. */
    Optional<OutgoingFile> claim(Duration lease) {
        return database.sql("""
                        UPDATE outgoing_file SET tries = tries + 1,
                            lease_until = clock_timestamp() + make_interval(secs => ?)
                        WHERE id = (SELECT id FROM outgoing_file WHERE state = 'WAITING'
                                AND (lease_until IS NULL OR lease_until < clock_timestamp())
                            ORDER BY tries, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param((double) lease.toSeconds())
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** @return the keys of its records; none when the file was taken back meanwhile */
    @Transactional
    public Set<String> uploaded(long file) {
        int moved = database.sql("UPDATE outgoing_file SET state = 'UPLOADED', uploaded_at = clock_timestamp(),"
                        + " failure = NULL, lease_until = NULL WHERE id = ? AND state = 'WAITING'")
                .param(file)
                .update();
        return moved == 0
                ? Set.of()
                : records.move(keysOf(file, OutgoingState.WAITING_FTP), OutgoingState.ON_FTP, Reason.NONE);
    }

    /** The next try is a later run's. */
    void notUploaded(long file, String failure) {
        database.sql("UPDATE outgoing_file SET failure = ?, lease_until = NULL WHERE id = ?")
                .params(failure, file)
                .update();
        records.tell();
    }

    /** The file's records go another way: they are queued again, and the file is to leave the file server. */
    @Transactional
    public void takeBack(long file, Collection<String> keys) {
        records.queueAgain(keys);
        withdraw(file);
    }

    void withdraw(long file) {
        // one that was never tried lies nowhere
        database.sql("UPDATE outgoing_file SET lease_until = NULL, failure = NULL,"
                        + " state = CASE WHEN tries = 0 THEN 'WITHDRAWN' ELSE 'WITHDRAWING' END,"
                        + " settled_at = clock_timestamp() WHERE id = ? AND state IN ('WAITING', 'UPLOADED')")
                .param(file)
                .update();
        records.tell();
    }

    /** @param wasThere false: 1C had taken it, or it never arrived */
    void withdrawn(long file, boolean wasThere) {
        database.sql("UPDATE outgoing_file SET state = ?, failure = NULL WHERE id = ? AND state = 'WITHDRAWING'")
                .params(wasThere ? "WITHDRAWN" : "SETTLED", file)
                .update();
        records.tell();
    }

    /** A person saw in 1C to what is still owed of a file. @return their keys; none when somebody was quicker */
    @Transactional
    public Set<String> seenTo(long file) {
        Set<String> keys = Set.copyOf(database.sql("SELECT key FROM outgoing_record WHERE file_id = ? AND state IN "
                        + OutgoingTable.OWED + " ORDER BY key FOR UPDATE")
                .param(file)
                .query(String.class)
                .list());
        withdraw(file);
        return keys;
    }

    void acknowledged(String name) {
        database.sql("UPDATE outgoing_file SET acknowledged_at = coalesce(acknowledged_at, clock_timestamp())"
                        + " WHERE name = ?")
                .param(name)
                .update();
    }

    /** Files none of whose records is owed any more. */
    void settle() {
        database.sql("UPDATE outgoing_file f SET state = 'SETTLED', settled_at = clock_timestamp()"
                        + " WHERE state IN ('WAITING', 'UPLOADED') AND NOT EXISTS (SELECT 1 FROM outgoing_record r"
                        + " WHERE r.file_id = f.id AND r.state IN " + OutgoingTable.OWED + ")")
                .update();
        records.tell();
    }

    Optional<OutgoingFile> find(long id) {
        return database.sql(FILE + "WHERE f.id = ?")
                .param(id)
                .query(OutgoingFileTable::outgoingFile)
                .optional();
    }

    /** Open ones first, each group newest first. */
    List<OutgoingFile> page(int offset, int limit) {
        return database.sql(FILE + "ORDER BY (f.state IN ('WAITING', 'UPLOADED', 'WITHDRAWING')) DESC, f.id DESC"
                        + " OFFSET ? LIMIT ?")
                .params(offset, limit)
                .query(OutgoingFileTable::outgoingFile)
                .list();
    }

    /** With records that are owed, the oldest first. */
    List<OutgoingFile> owed() {
        return database.sql(FILE + "WHERE f.id IN (SELECT file_id FROM outgoing_record WHERE state IN "
                        + OutgoingTable.OWED + ") ORDER BY f.id")
                .query(OutgoingFileTable::outgoingFile)
                .list();
    }

    /** The same with records of a kind. */
    List<OutgoingFile> owed(OutgoingKind kind) {
        return database.sql(FILE + "WHERE f.id IN (SELECT file_id FROM outgoing_record WHERE kind = ? AND state IN "
                        + OutgoingTable.OWED + ") ORDER BY f.id")
                .param(kind.name())
                .query(OutgoingFileTable::outgoingFile)
                .list();
    }

    List<OutgoingFile> withdrawing() {
        return database.sql(FILE + "WHERE f.state = 'WITHDRAWING' ORDER BY f.id")
                .query(OutgoingFileTable::outgoingFile)
                .list();
    }

    private List<String> keysOf(long file, OutgoingState state) {
        return database.sql("SELECT key FROM outgoing_record WHERE file_id = ? AND state = ?")
                .params(file, state.name())
                .query(String.class)
                .list();
    }

    private static OutgoingFile outgoingFile(ResultSet row, int number) throws SQLException {
        return new OutgoingFile(
                row.getLong("id"),
                row.getString("name"),
                (Long) row.getObject("message_id"),
                row.getInt("rows"),
                row.getInt("open"),
                OutgoingFile.State.valueOf(row.getString("state")),
                requiredInstant(row, "created_at"),
                instant(row, "uploaded_at"),
                instant(row, "acknowledged_at"),
                row.getInt("tries"),
                row.getString("failure"));
    }

    static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
