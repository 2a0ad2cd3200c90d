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
import ru.freesport.console.onec.Door;
import ru.freesport.console.onec.OrderStatusImports;
import ru.freesport.console.onec.Packets;
import ru.freesport.console.onec.commerceml.FileEnding;

/**
 * type=sale, mode=file and mode=import: what 1C says became of orders. With a version that was agreed on a file is only
 * stored and worked on when 1C asks for it; without one it is worked on as soon as it is whole.
 */
@Component
class SaleFiles {

    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final FileMode upload;
    private final FileRuns files;
    private final Uploads uploads;
    private final Packets packets;
    private final OrderStatusImports imports;
    private final LatestAttempts attempts;
    private final SaleFileReplies replies;
    private final JdbcClient database;

    SaleFiles(
            ExchangeSettings settings,
            ReplyTexts texts,
            FileMode upload,
            FileRuns files,
            Uploads uploads,
            Packets packets,
            OrderStatusImports imports,
            LatestAttempts attempts,
            SaleFileReplies replies,
            JdbcClient database) {
        this.settings = settings;
        this.texts = texts;
        this.upload = upload;
        this.files = files;
        this.uploads = uploads;
        this.packets = packets;
        this.imports = imports;
        this.attempts = attempts;
        this.replies = replies;
        this.database = database;
    }

    /** A new exchange begins in the session: what it sent before belongs to no packet. */
    void begin(ExchangeCall call) throws IOException {
        uploads.discardOpen(call.lane());
        database.sql("DELETE FROM exchange_import WHERE session_id = ? AND type = ?")
                .params(call.session().id(), call.lane().type())
                .update();
        database.sql("DELETE FROM exchange_sale_packet WHERE session_id = ?")
                .param(call.session().id())
                .update();
    }

    ExchangeReply file(ExchangeCall call) throws IOException {
        ExchangeReply taken = upload.take(call);
        String path = UploadName.given(call.query().filename(), texts).path();
        if (taken.isFailure() || path == null || call.session().saleVersion() != null) {
            return taken;
        }
        boolean isWhole = uploads.tail(call.lane(), path)
                .filter(tail -> UploadName.isArchive(path) ? FileEnding.isOfArchive(tail) : FileEnding.isOfXml(tail))
                .isPresent();
        if (!isWhole) {
            return taken.noting(texts.text("note.waitsForMore"));
        }
        ExchangeReply worked = work(call.lane(), path).taken(taken.bytes());
        // there is no "call me again" for this mode: the file is here and is being worked on
        return worked.isProgress()
                ? ExchangeReply.success(
                                worked.lines().subList(1, worked.lines().size()).toArray(String[]::new))
                        .taken(taken.bytes())
                : worked;
    }

    ExchangeReply importFile(ExchangeCall call) throws IOException {
        UploadName.Given name = UploadName.given(call.query().filename(), texts);
        return name.path() == null ? name.refusal() : work(call.lane(), name.path());
    }

    private ExchangeReply work(Uploads.Lane lane, String path) throws IOException {
        Instant until = Instant.now().plus(settings.importWait());
        long packetId = packet(lane.session());
        Optional<ExchangeReply> storing = files.store(lane, packetId, until);
        if (storing.isPresent()) {
            return storing.get();
        }
        if (files.earlier(lane, path).isEmpty() && !files.mayHold(lane, path)) {
            return texts.failure("unknownFile", path);
        }
        long run = files.begin(lane, path, () -> begin(lane.session(), packetId, path));
        Duration left = Duration.between(Instant.now(), until);
        RunView view = attempts.await(run, left.isNegative() ? Duration.ZERO : left);
        return replies.of(path, isThere(packetId, path), view);
    }

    private long begin(ExchangeSession session, long packetId, String path) {
        List<String> wanted = UploadName.isArchive(path) ? List.of() : List.of(path);
        return imports.start(packetId, wanted, RunTrigger.EXCHANGE, session.actor(), path);
    }

    /** A name that no archive held was nothing to work on, and must not look like a success. */
    private boolean isThere(long packetId, String path) {
        return packets.files(packetId).stream().anyMatch(file -> file.isCalled(path));
    }

    /** The session's packet of order files, opened with the first of them. */
    private long packet(ExchangeSession session) {
        Optional<Long> known = find(session);
        if (known.isPresent()) {
            return known.get();
        }
        long opened = packets.open(Door.EXCHANGE, session.actor(), session.account() + " " + session.id());
        database.sql("INSERT INTO exchange_sale_packet (session_id, packet_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(session.id(), opened)
                .update();
        return find(session).orElse(opened);
    }

    private Optional<Long> find(ExchangeSession session) {
        return database.sql("SELECT packet_id FROM exchange_sale_packet WHERE session_id = ?")
                .param(session.id())
                .query(Long.class)
                .optional();
    }
}
