package ru.freesport.console.onec.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders each question of 1C was answered with. */
@Component
class SaleBatches {

    private final JdbcClient database;

    SaleBatches(JdbcClient database) {
        this.database = database;
    }

    /** What a session was last answered with. */
    record Batch(long id, List<String> keys, boolean isCommitted) {}

    /** @param message the bytes of the answer; null when no order was in it */
    void remember(ExchangeSession session, @Nullable Long message, Collection<String> keys) {
        database.sql("INSERT INTO exchange_batch (session_id, message_id, keys) VALUES (?, ?, ?)")
                .params(session.id(), message, keys.toArray(String[]::new))
                .update();
    }

    /** Held until the end of the transaction, so that a confirmation that comes twice is taken once. */
    Optional<Batch> last(ExchangeSession session) {
        return database.sql("SELECT id, keys, committed_at IS NOT NULL FROM exchange_batch WHERE session_id = ?"
                        + " ORDER BY id DESC LIMIT 1 FOR UPDATE")
                .param(session.id())
                .query((row, _) -> new Batch(
                        row.getLong(1), List.of((String[]) row.getArray(2).getArray()), row.getBoolean(3)))
                .optional();
    }

    void commit(Batch batch) {
        database.sql("UPDATE exchange_batch SET committed_at = clock_timestamp() WHERE id = ?")
                .param(batch.id())
                .update();
    }
}
