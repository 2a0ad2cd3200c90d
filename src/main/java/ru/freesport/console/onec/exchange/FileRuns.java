package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The work on what a session uploaded: stored first, begun once for each file, and found again by later calls. */
@Component
class FileRuns {

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final ReplyTexts texts;
    private final ExchangeSessions sessions;
    private final Uploads uploads;

    FileRuns(
            JdbcClient database,
            TransactionOperations transaction,
            ReplyTexts texts,
            ExchangeSessions sessions,
            Uploads uploads) {
        this.database = database;
        this.transaction = transaction;
        this.texts = texts;
        this.sessions = sessions;
        this.uploads = uploads;
    }

    /** Puts what came into the packet; the answer while that is not done, empty once it is. */
    Optional<ExchangeReply> store(Uploads.Lane lane, long packetId, Instant until) throws IOException {
        Uploads.Sealing sealing = uploads.seal(lane, packetId, until);
        if (sealing.busy() != null) {
            return Optional.of(texts.failure("busy", sealing.busy()));
        }
        if (sealing.lost() != null) {
            return Optional.of(texts.failure("lost", sealing.lost()));
        }
        return sealing.isComplete()
                ? Optional.empty()
                : Optional.of(ExchangeReply.progress(texts.text("receiving", sealing.done(), sealing.all())));
    }

    /** Whether the session brought a file of this name, or an archive that may hold one. */
    boolean mayHold(Uploads.Lane lane, String path) {
        return uploads.has(lane, path) || UploadName.isXml(path) && uploads.hasArchive(lane);
    }

    Optional<Long> earlier(Uploads.Lane lane, String path) {
        return database.sql("SELECT run_id FROM exchange_import WHERE session_id = ? AND type = ? AND path = ?")
                .params(lane.session().id(), lane.type(), path)
                .query(Long.class)
                .optional();
    }

    /** The run of an earlier call, or else the one that {@code start} begins. */
    long begin(Uploads.Lane lane, String path, LongSupplier start) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            sessions.lock("exchange import " + lane.session().id());
            return earlier(lane, path).orElseGet(() -> {
                long begun = start.getAsLong();
                database.sql("INSERT INTO exchange_import (session_id, type, path, run_id) VALUES (?, ?, ?, ?)")
                        .params(lane.session().id(), lane.type(), path, begun)
                        .update();
                return begun;
            });
        }));
    }

    boolean isAnyBegun(Uploads.Lane lane) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM exchange_import WHERE session_id = ? AND type = ?)")
                .params(lane.session().id(), lane.type())
                .query(Boolean.class)
                .single();
    }
}
