package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.Packets;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.partners.BlobWriter;
import ru.freesport.console.partners.Blobs;

/** The files of a session while they come in parts; what was acknowledged survives any end of this process. */
@Component
class Uploads {

    private final JdbcClient database;
    private final Blobs blobs;
    private final Packets packets;

    Uploads(JdbcClient database, Blobs blobs, Packets packets) {
        this.database = database;
        this.blobs = blobs;
        this.packets = packets;
    }

    /** A file that one request may write to for now. */
    record Claim(
            long id,
            long blobId,
            long size,
            UUID token,
            @Nullable Long lastLength,
            byte @Nullable [] lastSha256) {}

    /**
     * How far the files of a session are stored.
     *
     * @param busy a file that another request writes
     * @param lost a file that is not there any more and must be sent again
     */
    record Sealing(
            int done,
            int all,
            @Nullable String busy,
            @Nullable String lost) {
        boolean isComplete() {
            return busy == null && lost == null && done == all;
        }
    }

    private record Open(long id, String path) {}

    /** Empty while another request writes the file. */
    Optional<Claim> claim(ExchangeSession session, String path) throws IOException {
        beginUnlessOpen(session, path);
        return claim("session_id = ? AND path = ?", session.id(), path);
    }

    /** The writer is still at work. */
    void prolong(Claim claim) {
        database.sql("UPDATE exchange_upload SET busy_until = clock_timestamp() + interval '1 minute'"
                        + " WHERE id = ? AND busy_token = ?")
                .params(claim.id(), claim.token())
                .update();
    }

    /** False when another request took the file over meanwhile; then nothing was added. */
    boolean acknowledge(Claim claim, long length, byte[] sha256) {
        return database.sql("""
                                UPDATE exchange_upload SET size = size + ?, last_length = ?, last_sha256 = ?,
                                    busy_token = NULL, busy_until = NULL
                                WHERE id = ? AND busy_token = ?
                                """)
                        .params(length, length, sha256, claim.id(), claim.token())
                        .update()
                == 1;
    }

    void release(Claim claim) {
        database.sql("UPDATE exchange_upload SET busy_token = NULL, busy_until = NULL WHERE id = ? AND busy_token = ?")
                .params(claim.id(), claim.token())
                .update();
    }

    /** The stored parts are gone, so the file begins anew. */
    void forget(Claim claim) throws IOException {
        discard("id = ?", claim.id());
    }

    /** Puts what came into the packet, as far as there is time. */
    Sealing seal(ExchangeSession session, long packetId, Instant until) throws IOException {
        List<Open> open = open(session);
        int done = 0;
        boolean hasArchive = false;
        for (Open upload : open) {
            if (done > 0 && Instant.now().isAfter(until)) {
                break;
            }
            Optional<Claim> claim = claim("id = ?", upload.id());
            if (claim.isEmpty()) {
                return new Sealing(done, open.size(), upload.path(), null);
            }
            try {
                seal(session, packetId, upload, claim.get());
            } catch (NoSuchFileException gone) {
                forget(claim.get());
                return new Sealing(done, open.size(), null, upload.path());
            } catch (IOException | RuntimeException e) {
                release(claim.get());
                throw e;
            }
            hasArchive |= UploadName.isArchive(upload.path());
            done++;
        }
        if (hasArchive) {
            forgetImportsOfArchives(session);
        }
        return new Sealing(done, open.size(), null, null);
    }

    boolean hasArchive(ExchangeSession session) {
        return paths(session).stream().anyMatch(UploadName::isArchive);
    }

    boolean has(ExchangeSession session, String path) {
        return paths(session).contains(path);
    }

    /** What came before a new init belongs to no packet. */
    void discardOpen(ExchangeSession session) throws IOException {
        discard("session_id = ? AND sealed_at IS NULL", session.id());
    }

    void discard(String condition, Object... values) throws IOException {
        List<Long> contents = database.sql("DELETE FROM exchange_upload WHERE " + condition + " RETURNING blob_id")
                .params(values)
                .query(Long.class)
                .list();
        for (long content : contents) {
            blobs.discard(content);
        }
    }

    private void seal(ExchangeSession session, long packetId, Open upload, Claim claim) throws IOException {
        if (claim.size() == 0) {
            discard("id = ?", upload.id());
            return;
        }
        BlobRef content = blobs.seal(claim.blobId(), claim.size());
        packets.add(packetId, upload.path(), content, session.actor());
        database.sql("UPDATE exchange_upload SET sealed_at = clock_timestamp(), busy_token = NULL, busy_until = NULL"
                        + " WHERE id = ?")
                .param(claim.id())
                .update();
    }

    /** Names inside of archives may mean other files now, so their earlier imports are not the answer any more. */
    private void forgetImportsOfArchives(ExchangeSession session) {
        database.sql("""
                        DELETE FROM exchange_import i WHERE session_id = ? AND NOT EXISTS (
                            SELECT 1 FROM exchange_upload u WHERE u.session_id = i.session_id AND u.path = i.path
                                AND lower(u.path) LIKE '%.xml')
                        """).param(session.id()).update();
    }

    private void beginUnlessOpen(ExchangeSession session, String path) throws IOException {
        boolean isOpen = database.sql("SELECT EXISTS (SELECT 1 FROM exchange_upload WHERE session_id = ? AND path = ?"
                        + " AND sealed_at IS NULL)")
                .params(session.id(), path)
                .query(Boolean.class)
                .single();
        if (isOpen) {
            return;
        }
        long content;
        try (BlobWriter writer = blobs.begin()) {
            content = writer.id();
        }
        int begun = database.sql("INSERT INTO exchange_upload (session_id, path, blob_id) VALUES (?, ?, ?)"
                        + " ON CONFLICT (session_id, path) WHERE sealed_at IS NULL DO NOTHING")
                .params(session.id(), path, content)
                .update();
        if (begun == 0) {
            blobs.discard(content);
        } else {
            database.sql("DELETE FROM exchange_import WHERE session_id = ? AND path = ?")
                    .params(session.id(), path)
                    .update();
        }
    }

    private Optional<Claim> claim(String condition, Object... values) {
        UUID token = UUID.randomUUID();
        return database.sql("UPDATE exchange_upload SET busy_token = '" + token + "',"
                        + " busy_until = clock_timestamp() + interval '1 minute' WHERE " + condition
                        + " AND sealed_at IS NULL AND (busy_until IS NULL OR busy_until < clock_timestamp())"
                        + " RETURNING id, blob_id, size, last_length, last_sha256")
                .params(values)
                .query((row, _) -> new Claim(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        token,
                        row.getObject(4, Long.class),
                        row.getBytes(5)))
                .optional();
    }

    private List<Open> open(ExchangeSession session) {
        return database.sql(
                        "SELECT id, path FROM exchange_upload WHERE session_id = ? AND sealed_at IS NULL ORDER BY id")
                .param(session.id())
                .query((row, _) -> new Open(row.getLong(1), row.getString(2)))
                .list();
    }

    private List<String> paths(ExchangeSession session) {
        return database.sql("SELECT DISTINCT path FROM exchange_upload WHERE session_id = ?")
                .param(session.id())
                .query(String.class)
                .list();
    }
}
