package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A file or call that came in or went out, as it was.
 *
 * @param channel the door it came through: command-line, exchange, folder
 * @param correlationId what ties it to the call or session it belongs to
 * @param duplicateOf the first message with the same bytes, when there was one
 */
public record Message(
        long id,
        Direction direction,
        String channel,
        String name,
        @Nullable String contentType,
        BlobRef content,
        Actor actor,
        @Nullable String correlationId,
        @Nullable Long packetId,
        @Nullable Long duplicateOf,
        Instant receivedAt) {

    public String sha256() {
        return content.sha256();
    }

    public long size() {
        return content.size();
    }

    public enum Direction {
        IN,
        OUT
    }
}
