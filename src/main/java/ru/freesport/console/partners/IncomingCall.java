package ru.freesport.console.partners;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * What somebody asked of us, and our answer.
 *
 * @param channel the door: {@code exchange}, {@code storefront}
 * @param operation of few kinds: a pattern of addresses, not an address
 * @param failure why it was refused, for a person; null when it was not
 */
public record IncomingCall(
        String channel,
        String operation,
        boolean reads,
        Actor actor,
        @Nullable String idempotencyKey,
        String correlationId,
        Duration duration,
        int status,
        @Nullable String failure,
        Content asked,
        Content answered) {

    /**
     * One direction, before it is masked.
     *
     * @param body what is kept of it; may be empty where the size says more
     */
    public record Content(String head, @Nullable String contentType, byte[] body, long size) {

        public static Content of(String head, @Nullable String contentType, byte[] body) {
            return new Content(head, contentType, body, body.length);
        }
    }
}
