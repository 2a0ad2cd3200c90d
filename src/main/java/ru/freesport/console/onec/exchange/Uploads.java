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

    /** What one session uploads for one type of exchange. */
    record Lane(ExchangeSession session, String type) {}

    /**
     * A file that one request may write to for now.
     *
     * @param tail the last bytes of it that were acknowledged
     */
    record Claim(
            long id,
            long blobId,
            long size,
            UUID token,
            @Nullable Long lastLength,
            byte @Nullable [] lastSha256,
            byte[] tail) {}

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
    Optional<Claim> claim(Lane lane, String path) throws IOException {
        beginUnlessOpen(lane, path);
        return claim("session_id = ? AND type = ? AND path = ?", lane.session.id(), lane.type, path);
    }

    /** The writer is still at work. */
    void prolong(Claim claim) {
        database.sql("UPDATE exchange_upload SET busy_until = clock_timestamp() + interval '1 minute'"
                        + " WHERE id = ? AND busy_token = ?")
                .params(claim.id(), claim.token())
                .update();
    }

    /** False when another request took the file over meanwhile; then nothing was added. */
    boolean acknowledge(Claim claim, long length, byte[] sha256, byte[] tail) {
        return database.sql("""
                                UPDATE exchange_upload SET size = size + ?, last_length = ?, last_sha256 = ?, tail = ?,
                                    busy_token = NULL, busy_until = NULL
                                WHERE id = ? AND busy_token = ?
                                """)
                        .params(length, length, sha256, tail, claim.id(), claim.token())
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
    Sealing seal(Lane lane, long packetId, Instant until) throws IOException {
        List<Open> open = open(lane);
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
                seal(lane.session, packetId, upload, claim.get());
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
            forgetImportsOfArchives(lane);
        }
        return new Sealing(done, open.size(), null, null);
    }

    boolean hasArchive(Lane lane) {
        return paths(lane).stream().anyMatch(UploadName::isArchive);
    }

    boolean has(Lane lane, String path) {
        return paths(lane).contains(path);
    }

    /** The last bytes of a file that is still open; empty when it is not. */
    Optional<byte[]> tail(Lane lane, String path) {
        return database.sql("SELECT tail FROM exchange_upload WHERE session_id = ? AND type = ? AND path = ?"
                        + " AND sealed_at IS NULL AND tail IS NOT NULL")
                .params(lane.session.id(), lane.type, path)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** What came before a new init belongs to no packet. */
    void discardOpen(Lane lane) throws IOException {
        discard("session_id = ? AND type = ? AND sealed_at IS NULL", lane.session.id(), lane.type);
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
    private void forgetImportsOfArchives(Lane lane) {
        database.sql("""
                        DELETE FROM exchange_import i WHERE session_id = ? AND type = ? AND NOT EXISTS (
                            SELECT 1 FROM exchange_upload u WHERE u.session_id = i.session_id AND u.type = i.type
                                AND u.path = i.path AND lower(u.path) LIKE '%.xml')
                        """).params(lane.session.id(), lane.type).update();
    }

    private void beginUnlessOpen(Lane lane, String path) throws IOException {
        boolean isOpen = database.sql("SELECT EXISTS (SELECT 1 FROM exchange_upload WHERE session_id = ? AND type = ?"
                        + " AND path = ? AND sealed_at IS NULL)")
                .params(lane.session.id(), lane.type, path)
                .query(Boolean.class)
                .single();
        if (isOpen) {
            return;
        }
        long content;
        try (BlobWriter writer = blobs.begin()) {
            content = writer.id();
        }
        int begun = database.sql("INSERT INTO exchange_upload (session_id, type, path, blob_id) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (session_id, type, path) WHERE sealed_at IS NULL DO NOTHING")
                .params(lane.session.id(), lane.type, path, content)
                .update();
        if (begun == 0) {
            blobs.discard(content);
        } else {
            database.sql("DELETE FROM exchange_import WHERE session_id = ? AND type = ? AND path = ?")
                    .params(lane.session.id(), lane.type, path)
                    .update();
        }
    }

    private Optional<Claim> claim(String condition, Object... values) {
        UUID token = UUID.randomUUID();
        return database.sql("UPDATE exchange_upload SET busy_token = '" + token + "',"
                        + " busy_until = clock_timestamp() + interval '1 minute' WHERE " + condition
                        + " AND sealed_at IS NULL AND (busy_until IS NULL OR busy_until < clock_timestamp())"
                        + " RETURNING id, blob_id, size, last_length, last_sha256, coalesce(tail, '')")
                .params(values)
                .query((row, _) -> new Claim(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        token,
                        row.getObject(4, Long.class),
                        row.getBytes(5),
                        row.getBytes(6)))
                .optional();
    }

    private List<Open> open(Lane lane) {
        return database.sql("SELECT id, path FROM exchange_upload WHERE session_id = ? AND type = ?"
                        + " AND sealed_at IS NULL ORDER BY id")
                .params(lane.session.id(), lane.type)
                .query((row, _) -> new Open(row.getLong(1), row.getString(2)))
                .list();
    }

    private List<String> paths(Lane lane) {
        return database.sql("SELECT DISTINCT path FROM exchange_upload WHERE session_id = ? AND type = ?")
                .params(lane.session.id(), lane.type)
                .query(String.class)
                .list();
    }
}
