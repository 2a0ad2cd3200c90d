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

    /** The schema of the latest answer; empty when 1C asked for none or has never asked. */
    Optional<String> lastVersion() {
        return database.sql("SELECT s.sale_version FROM exchange_batch b JOIN exchange_session s ON s.id = b.session_id"
                        + " ORDER BY b.id DESC LIMIT 1")
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(version -> version);
    }

    void commit(Batch batch) {
        database.sql("UPDATE exchange_batch SET committed_at = clock_timestamp() WHERE id = ?")
                .param(batch.id())
                .update();
    }
}
