package ru.freesport.console.partners;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notification that an outside system sent us, with what was judged of it before the sender was answered.
 *
 * @param messageId the stored message with its bytes
 * @param address where it came from, past trusted proxies
 * @param headers by lower-case name, secrets masked; only those a verifier may need
 * @param event what happened, in the sender's words; null when it could not be read
 * @param subject what it happened to, {@code payment:30e1…}
 * @param key the same for every repeat of the same news
 * @param remark why it is as it is, as a code; null while there is nothing to say
 * @param attempts how often it was begun to be worked on
 * @param isReplay a person had it worked on again, so a repeat is no reason not to
 */
public record Webhook(
        long id,
        String provider,
        long messageId,
        Instant receivedAt,
        @Nullable String address,
        Map<String, String> headers,
        Lamp addressLamp,
        Lamp secretLamp,
        Lamp signatureLamp,
        @Nullable String event,
        @Nullable String subject,
        @Nullable String key,
        State state,
        @Nullable String remark,
        int attempts,
        boolean isReplay,
        @Nullable Instant workedAt) {

    /** How one check ended. */
    public enum Lamp {
        PASSED,
        FAILED,
        /** The sender publishes no addresses, or does not sign. */
        NOT_MADE
    }

    /** What became of it. */
    public enum State {
        /** Stored and answered; not worked on yet. */
        RECEIVED,
        /** Could not be worked on now and will be again. */
        WAITING,
        /** It was news. */
        APPLIED,
        /** It was true and no news: late, or out of order. */
        UNCHANGED,
        /** The same as one before. */
        DUPLICATE,
        /** Not believed; nothing was done. */
        REJECTED,
        /** Waited too long; a person should look. */
        GIVEN_UP;

        public boolean isFinal() {
            return this != RECEIVED && this != WAITING;
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public String toString() {
        return "Webhook[" + id + " " + provider + " " + subject + " " + state + "]";
    }
}
