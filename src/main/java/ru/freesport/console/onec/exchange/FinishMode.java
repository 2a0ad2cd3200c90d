package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.PacketImport;

/** mode=deactivate and mode=complete: nothing more of the packet comes; said twice it is done once. */
@Component
class FinishMode {

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final ExchangeSessions sessions;
    private final FileRuns files;
    private final PacketImport imports;
    private final LatestAttempts attempts;

    FinishMode(
            JdbcClient database,
            TransactionOperations transaction,
            ExchangeSettings settings,
            ReplyTexts texts,
            ExchangeSessions sessions,
            FileRuns files,
            PacketImport imports,
            LatestAttempts attempts) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.texts = texts;
        this.sessions = sessions;
        this.files = files;
        this.imports = imports;
        this.attempts = attempts;
    }

    ExchangeReply deactivate(ExchangeCall call, long packetId) throws IOException {
        String timestamp = call.query().timestamp();
        if (timestamp == null || timestamp.isBlank()) {
            return texts.failure("timestamp");
        }
        return finish(call.lane(), packetId);
    }

    ExchangeReply complete(ExchangeCall call, long packetId) throws IOException {
        return finish(call.lane(), packetId);
    }

    private ExchangeReply finish(Uploads.Lane lane, long packetId) throws IOException {
        Optional<ExchangeReply> storing =
                files.store(lane, packetId, Instant.now().plus(settings.importWait()));
        if (storing.isPresent()) {
            return storing.get();
        }
        Optional<Long> run = java.util.Objects.requireNonNull(transaction.execute(_ -> finishing(lane, packetId)));
        return run.map(id -> reply(attempts.await(id, settings.importWait()))).orElseGet(ExchangeReply::success);
    }

    /** Without an import there is nothing to finish. */
    private Optional<Long> finishing(Uploads.Lane lane, long packetId) {
        ExchangeSession session = lane.session();
        sessions.lock("exchange import " + session.id());
        Optional<Long> earlier = database.sql(
                        "SELECT finish_run_id FROM exchange_session WHERE id = ? AND finish_run_id IS NOT NULL")
                .param(session.id())
                .query(Long.class)
                .optional();
        if (earlier.isPresent() || !files.isAnyBegun(lane)) {
            return earlier;
        }
        long run = imports.finish(packetId, session.actor());
        database.sql("UPDATE exchange_session SET finish_run_id = ? WHERE id = ?")
                .params(run, session.id())
                .update();
        return Optional.of(run);
    }

    private ExchangeReply reply(RunView run) {
        return switch (run.state()) {
            case QUEUED, RUNNING -> ExchangeReply.progress(texts.text("finishing", run.id()));
            case HELD, COMPLETED, COMPLETED_WITH_REJECTS, FALLBACK -> ExchangeReply.success();
            case FAILED, CANCELLED -> texts.failure("finishFailed", String.valueOf(run.errorMessage()), run.id());
        };
    }
}
