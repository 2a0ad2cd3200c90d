package ru.freesport.console.onec;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;
import ru.freesport.console.shared.Actor;

/** The files that came together through one door, each stored as it came. */
@Service
public class Packets {

    private final JdbcClient database;
    private final Messages messages;
    private final Blobs blobs;
    private final ZipUnpacking unpacking;

    Packets(JdbcClient database, Messages messages, Blobs blobs, ZipUnpacking unpacking) {
        this.database = database;
        this.messages = messages;
        this.blobs = blobs;
        this.unpacking = unpacking;
    }

    /** @param label what people will call it: a folder's name, an account's name and the time */
    public long open(Door door, Actor actor, String label) {
        return database.sql("""
                        INSERT INTO packet (door, actor_kind, actor_name, label) VALUES (?, ?, ?, ?) RETURNING id""")
                .params(door.name(), actor.kind().name(), actor.name(), label)
                .query(Long.class)
                .single();
    }

    /**
     * Adds a file whose bytes are stored. Everything but a picture becomes a message of its own; a file that comes
     * under the same path again takes the place of the earlier one.
     */
    @Transactional
    public PacketFile add(long packetId, String path, BlobRef content, Actor actor) {
        PacketFile file = new PacketFile(packetId, path, content.sha256(), content.size(), null);
        Long message = file.isPicture() ? null : message(file, content, actor);
        return put(new PacketFile(packetId, path, content.sha256(), content.size(), message));
    }

    public List<PacketFile> files(long packetId) {
        return database.sql("""
                        SELECT packet_id, path, sha256, size, message_id FROM packet_file
                        WHERE packet_id = ? ORDER BY path""").param(packetId).query(Packets::file).list();
    }

    /** The files with the archives among them unpacked; what an archive held stands beside it from then on. */
    List<PacketFile> unpackedFiles(long packetId) throws IOException {
        List<PacketFile> archives =
                files(packetId).stream().filter(PacketFile::isZip).toList();
        Set<String> unpackedEarlier =
                Set.copyOf(database.sql("SELECT path FROM packet_file WHERE packet_id = ? AND unpacked_at IS NOT NULL")
                        .param(packetId)
                        .query(String.class)
                        .list());
        unpacking.unpack(
                archives,
                archive -> !unpackedEarlier.contains(archive.path()),
                this::put,
                archive -> database.sql("UPDATE packet_file SET unpacked_at = now() WHERE packet_id = ? AND path = ?")
                        .params(packetId, archive.path())
                        .update());
        return files(packetId).stream().filter(file -> !file.isZip()).toList();
    }

    /** A packet of one stored message, to work on it again. */
    long ofMessage(long messageId, Actor actor) {
        Message message = messages.find(messageId)
                .orElseThrow(() -> new IllegalArgumentException("There is no message " + messageId));
        long packet = open(Door.REPLAY, actor, message.name());
        List<PacketFile> pictures = earlierPictures(messageId);
        put(new PacketFile(
                packet,
                message.name(),
                message.content().sha256(),
                message.content().size(),
                messageId));
        pictures.forEach(picture ->
                put(new PacketFile(packet, picture.path(), picture.sha256(), picture.size(), picture.messageId())));
        return packet;
    }

    Door door(long packetId) {
        return Door.valueOf(database.sql("SELECT door FROM packet WHERE id = ?")
                .param(packetId)
                .query(String.class)
                .single());
    }

    /** The file that a row which waits was read in. */
    PacketFile fileOf(OpenRow row) {
        return database.sql(
                        "SELECT packet_id, path, sha256, bytes, message_id FROM run_file WHERE run_id = ? AND path = ?")
                .params(row.runId(), row.path())
                .query(Packets::file)
                .single();
    }

    /** When the file came to us. */
    Instant receivedAt(PacketFile file) {
        return database.sql("SELECT added_at FROM packet_file WHERE packet_id = ? AND path = ?")
                .params(file.packetId(), file.path())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    Optional<PacketFile> find(long packetId, String path) {
        return database.sql("""
                        SELECT packet_id, path, sha256, size, message_id FROM packet_file
                        WHERE packet_id = ? AND path = ?""").params(packetId, path).query(Packets::file).optional();
    }

    Blobs blobs() {
        return blobs;
    }

    private List<PacketFile> earlierPictures(long messageId) {
        return database.sql("""
                        SELECT packet_id, path, sha256, size, message_id FROM packet_file f
                        WHERE f.packet_id = (SELECT max(packet_id) FROM packet_file WHERE message_id = ?)""").param(messageId).query(Packets::file).list().stream()
                .filter(PacketFile::isPicture)
                .toList();
    }

    private long message(PacketFile file, BlobRef content, Actor actor) {
        String door = door(file.packetId()).name();
        return messages.store(new NewMessage(
                Message.Direction.IN,
                door.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                file.path(),
                file.isXml() ? "text/xml" : "application/octet-stream",
                content,
                actor,
                null,
                file.packetId()));
    }

    private PacketFile put(PacketFile file) {
        database.sql("""
                        INSERT INTO packet_file (packet_id, path, sha256, size, message_id) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (packet_id, path) DO UPDATE SET sha256 = excluded.sha256, size = excluded.size,
                            message_id = excluded.message_id, added_at = now(), unpacked_at = NULL""")
                .params(file.packetId(), file.path(), file.sha256(), file.size(), file.messageId())
                .update();
        return file;
    }

    private static PacketFile file(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new PacketFile(
                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), (Long) row.getObject(5));
    }
}
