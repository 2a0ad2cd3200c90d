package ru.freesport.console.onec;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.BlobHold;
import ru.freesport.console.partners.MessageHold;
import ru.freesport.console.partners.MessageRuns;

/** What packets and runs still need of stored messages and contents. */
@Component
class PacketHolds implements MessageHold, BlobHold, MessageRuns {

    private static final int RUNS_SHOWN = 20;

    private final JdbcClient database;

    PacketHolds(JdbcClient database) {
        this.database = database;
    }

    /** Rows that wait are tried again from the message they came in, and held packets are taken from theirs. */
    @Override
    public Set<Long> held(Collection<Long> messageIds) {
        return new HashSet<>(
                database.sql("""
                        SELECT message_id FROM untaken_row WHERE resolved_at IS NULL AND message_id IN (:ids)
                        UNION SELECT f.message_id FROM packet_file f JOIN packet_hold h ON h.packet_id = f.packet_id
                            JOIN job_run r ON r.id = coalesce(h.next_run_id, h.run_id)
                        WHERE f.message_id IN (:ids) AND r.state IN ('HELD', 'QUEUED', 'RUNNING')""").param("ids", messageIds).query(Long.class).list());
    }

    /** Files out of archives live as long as their message; pictures wait a while for the goods that name them. */
    @Override
    public Set<String> heldContents(Collection<String> sha256s) {
        return new HashSet<>(
                database.sql("""
                        SELECT DISTINCT sha256 FROM packet_file f WHERE sha256 IN (:names) AND (
                            EXISTS (SELECT 1 FROM message m WHERE m.id = f.message_id)
                            OR added_at > now() - interval '30 days')
                        """).param("names", sha256s).query(String.class).list());
    }

    @Override
    public List<Long> of(long messageId) {
        return database.sql("SELECT DISTINCT run_id FROM run_file WHERE message_id = ? ORDER BY run_id DESC LIMIT ?")
                .params(messageId, RUNS_SHOWN)
                .query(Long.class)
                .list();
    }
}
