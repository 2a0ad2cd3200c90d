package ru.freesport.console.onec.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.BlobWriter;
import ru.freesport.console.partners.Blobs;

/** mode=file: one part of a file, taken whole or not at all. */
@Component
class FileMode {

    private static final Logger LOG = LoggerFactory.getLogger(FileMode.class);
    private static final long PROLONG_EVERY_NANOS = 20_000_000_000L;
    private static final long POLITELY_READ = 16L << 20;
    private static final int TAIL = 1024;

    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final ExchangeSessions sessions;
    private final Uploads uploads;
    private final Blobs blobs;

    FileMode(ExchangeSettings settings, ReplyTexts texts, ExchangeSessions sessions, Uploads uploads, Blobs blobs) {
        this.settings = settings;
        this.texts = texts;
        this.sessions = sessions;
        this.uploads = uploads;
        this.blobs = blobs;
    }

    ExchangeReply take(ExchangeCall call) throws IOException {
        HttpServletRequest request = call.request();
        if (!request.getMethod().equals("POST")) {
            return texts.failure("post", request.getMethod());
        }
        UploadName.Given name = UploadName.given(call.query().filename(), texts);
        return name.path() == null ? name.refusal() : take(call.lane(), name.path(), request);
    }

    private ExchangeReply take(Uploads.Lane lane, String path, HttpServletRequest request) throws IOException {
        ExchangeSession session = lane.session();
        long announced = request.getContentLengthLong();
        long room = settings.sessionLimit() - session.receivedBytes();
        Optional<ExchangeReply> refusal = refusal(path, announced, room);
        if (refusal.isPresent()) {
            readPolitely(request.getInputStream());
            return refusal.get();
        }
        Optional<Uploads.Claim> claim = uploads.claim(lane, path);
        if (claim.isEmpty()) {
            readPolitely(request.getInputStream());
            return texts.failure("busy", path);
        }
        boolean acknowledged = false;
        try (BlobWriter writer = blobs.resume(claim.get().blobId(), claim.get().size())) {
            Part part = new Part(claim.get(), writer, announced, Math.min(settings.fileLimit(), room));
            ExchangeReply reply = part.read(session, path, request.getInputStream());
            acknowledged = part.acknowledged;
            return reply;
        } catch (NoSuchFileException gone) {
            uploads.forget(claim.get());
            readPolitely(request.getInputStream());
            return texts.failure("lost", path);
        } catch (IOException | DataAccessException e) {
            LOG.warn("A part of {} was not stored", path, e);
            return texts.failure("storage", path);
        } finally {
            if (!acknowledged) {
                uploads.release(claim.get());
            }
        }
    }

    private Optional<ExchangeReply> refusal(String path, long announced, long room) {
        if (announced == 0) {
            return Optional.of(texts.failure("empty", path));
        }
        if (announced > settings.fileLimit()) {
            return Optional.of(texts.failure("tooLarge", path, settings.fileLimit()));
        }
        if (announced > room || room <= 0) {
            return Optional.of(texts.failure("sessionFull", settings.sessionLimit(), path));
        }
        return Optional.empty();
    }

    /** One part on its way into the content. What is written but not acknowledged is dropped by whoever resumes. */
    private final class Part {

        private final Uploads.Claim claim;
        private final BlobWriter writer;
        private final long announced;
        private final long limit;
        private final MessageDigest digest = sha256();
        private long length;
        private long prolongedAt = System.nanoTime();
        private boolean cutOff;
        private boolean acknowledged;
        private byte[] tail;

        Part(Uploads.Claim claim, BlobWriter writer, long announced, long limit) {
            this.claim = claim;
            this.writer = writer;
            this.announced = announced;
            this.limit = limit;
            this.tail = claim.tail();
        }

        ExchangeReply read(ExchangeSession session, String path, InputStream body) throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
                length += read;
                if (length > limit) {
                    readPolitely(body);
                    return limit < settings.fileLimit()
                            ? texts.failure("sessionFull", settings.sessionLimit(), path)
                            : texts.failure("tooLarge", path, settings.fileLimit());
                }
                digest.update(buffer, 0, read);
                writer.append(buffer, 0, read);
                tail = ending(tail, buffer, read);
                prolong();
            }
            if (cutOff || announced >= 0 && length != announced) {
                return texts.failure("incomplete", path, announced < 0 ? "?" : announced, length);
            }
            return length == 0 ? texts.failure("empty", path) : acknowledge(session, path);
        }

        private ExchangeReply acknowledge(ExchangeSession session, String path) throws IOException {
            byte[] sha256 = digest.digest();
            if (claim.lastLength() != null
                    && claim.lastLength() == length
                    && Arrays.equals(claim.lastSha256(), sha256)) {
                return ExchangeReply.success().noting(texts.text("note.repeated"));
            }
            writer.flush();
            acknowledged = uploads.acknowledge(claim, length, sha256, tail);
            if (!acknowledged) {
                return texts.failure("busy", path);
            }
            sessions.received(session, length);
            return ExchangeReply.success().taken(length);
        }

        private static byte[] ending(byte[] before, byte[] more, int length) {
            byte[] both = Arrays.copyOf(before, before.length + length);
            System.arraycopy(more, 0, both, before.length, length);
            return Arrays.copyOfRange(both, Math.max(0, both.length - TAIL), both.length);
        }

        /** A body that is cut off ends like any other; its length tells. */
        private int next(InputStream body, byte[] buffer) {
            try {
                return body.read(buffer);
            } catch (IOException e) {
                LOG.debug("A body was cut off after {} bytes", length, e);
                cutOff = true;
                return -1;
            }
        }

        private void prolong() {
            if (System.nanoTime() - prolongedAt > PROLONG_EVERY_NANOS) {
                uploads.prolong(claim);
                prolongedAt = System.nanoTime();
            }
        }
    }

    /** A client that is still sending would see a broken connection instead of the reason. */
    private static void readPolitely(InputStream body) {
        byte[] buffer = new byte[1 << 16];
        try {
            long left = POLITELY_READ;
            for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
                left -= read;
            }
        } catch (IOException e) {
            LOG.debug("A refused body was cut off", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
