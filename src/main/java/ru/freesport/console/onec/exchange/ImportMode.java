package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.PacketImport;
import ru.freesport.console.onec.Packets;
import ru.freesport.console.onec.RunCounts;

/** mode=import: begins the work on a file, or finds the work that an earlier call began, and tells how it stands. */
@Component
class ImportMode {

    private final JdbcClient database;
    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final FileRuns files;
    private final Packets packets;
    private final PacketImport imports;
    private final LatestAttempts attempts;
    private final RunCounts counts;

    ImportMode(
            JdbcClient database,
            ExchangeSettings settings,
            ReplyTexts texts,
            FileRuns files,
            Packets packets,
            PacketImport imports,
            LatestAttempts attempts,
            RunCounts counts) {
        this.database = database;
        this.settings = settings;
        this.texts = texts;
        this.files = files;
        this.packets = packets;
        this.imports = imports;
        this.attempts = attempts;
        this.counts = counts;
    }

    ExchangeReply go(ExchangeCall call, long packetId) throws IOException {
        UploadName.Given name = UploadName.given(call.query().filename(), texts);
        return name.path() == null ? name.refusal() : go(call.lane(), packetId, name.path());
    }

    private ExchangeReply go(Uploads.Lane lane, long packetId, String path) throws IOException {
        Instant until = Instant.now().plus(settings.importWait());
        Optional<ExchangeReply> storing = files.store(lane, packetId, until);
        if (storing.isPresent()) {
            return storing.get();
        }
        if (!UploadName.isXml(path) && !UploadName.isArchive(path)) {
            return ExchangeReply.success();
        }
        if (files.earlier(lane, path).isEmpty() && !files.mayHold(lane, path)) {
            return texts.failure("unknownFile", path);
        }
        long run = files.begin(lane, path, () -> begin(lane.session(), packetId, path));
        Duration left = Duration.between(Instant.now(), until);
        return reply(packetId, path, attempts.await(run, left.isNegative() ? Duration.ZERO : left));
    }

    private long begin(ExchangeSession session, long packetId, String path) {
        List<String> wanted = UploadName.isArchive(path) ? List.of() : List.of(path);
        database.sql("UPDATE exchange_session SET finish_run_id = NULL WHERE id = ?")
                .param(session.id())
                .update();
        return imports.start(packetId, wanted, RunTrigger.EXCHANGE, session.actor(), false, null);
    }

    private ExchangeReply reply(long packetId, String path, RunView run) {
        return switch (run.state()) {
            case QUEUED -> ExchangeReply.progress(texts.text("queued", path, run.id()));
            case RUNNING ->
                ExchangeReply.progress(
                        texts.text("running", path, run.rowsDone(), run.share().orElse(0.0), run.id()));
            case HELD -> ExchangeReply.success(texts.text("held", path, run.id()));
            case COMPLETED, FALLBACK -> done(packetId, path);
            case COMPLETED_WITH_REJECTS -> ExchangeReply.success(rejects(path, run));
            case FAILED -> texts.failure("runFailed", path, run.errorMessage(), run.id());
            case CANCELLED -> texts.failure("cancelled", path, run.id());
        };
    }

    /** A name that no archive held was nothing to import, and must not look like a success. */
    private ExchangeReply done(long packetId, String path) {
        boolean isKnown = packets.files(packetId).stream().anyMatch(file -> file.isCalled(path));
        return isKnown ? ExchangeReply.success() : texts.failure("unknownFile", path);
    }

    private String rejects(String path, RunView run) {
        long read = 0;
        long rejected = 0;
        long waiting = 0;
        for (KindCounts count : counts.of(run.id()).values()) {
            read += count.read();
            rejected += count.rejected();
            waiting += count.held() + count.parked();
        }
        return texts.text("rejects", path, read, rejected, waiting, run.id());
    }
}
