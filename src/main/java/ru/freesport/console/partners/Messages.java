package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;

/** Every file or call received or sent, byte-exact. The same bytes received twice are two messages with one content. */
@Component
public class Messages {

    private static final String COLUMNS = "id, direction, channel, name, content_type, sha256, size, actor_kind,"
            + " actor_name, correlation_id, packet_id, duplicate_of, received_at";

    private final JdbcClient database;
    private final Blobs blobs;

    Messages(JdbcClient database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /** Joins the caller's transaction; the content must be stored already. */
    @Transactional
    public long store(NewMessage message) {
        return database.sql("""
                        INSERT INTO message (direction, channel, name, content_type, blob_id, sha256, size, actor_kind,
                            actor_name, correlation_id, packet_id, duplicate_of)
                        SELECT :direction, :channel, :name, :contentType, id, sha256, size, :actorKind, :actorName,
                            :correlationId, :packetId,
                            (SELECT min(m.id) FROM message m WHERE m.sha256 = blob.sha256)
                        FROM blob WHERE sha256 = :sha256
                        RETURNING id
                        """)
                .param("direction", message.direction().name())
                .param("channel", message.channel())
                .param("name", MessageName.clean(message.name()))
                .param("contentType", message.contentType())
                .param("actorKind", message.actor().kind().name())
                .param("actorName", message.actor().name())
                .param(
                        "correlationId",
                        Optional.ofNullable(message.correlationId())
                                .or(Correlation::current)
                                .orElse(null))
                .param("packetId", message.packetId())
                .param("sha256", HexFormat.of().parseHex(message.content().sha256()))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "The content " + message.content().sha256() + " of " + message.name() + " is not stored"));
    }

    @Transactional(readOnly = true)
    public Optional<Message> find(long id) {
        return database.sql("SELECT " + COLUMNS + " FROM message WHERE id = :id")
                .param("id", id)
                .query(Messages::message)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Message> previousOfItsKind(long id) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM message WHERE id < :id AND (channel, direction, message_kind(name)) ="
                        + " (SELECT channel, direction, message_kind(name) FROM message WHERE id = :id)"
                        + " ORDER BY id DESC LIMIT 1")
                .param("id", id)
                .query(Messages::message)
                .optional();
    }

    public InputStream content(long id) throws IOException {
        Message message = find(id).orElseThrow(() -> new NoSuchFileException("No message " + id));
        return blobs.open(message.content());
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getLong("id"),
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                row.getString("name"),
                row.getString("content_type"),
                new BlobRef(HexFormat.of().formatHex(row.getBytes("sha256")), row.getLong("size")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_name")),
                row.getString("correlation_id"),
                row.getObject("packet_id", Long.class),
                row.getObject("duplicate_of", Long.class),
                row.getObject("received_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }
}
