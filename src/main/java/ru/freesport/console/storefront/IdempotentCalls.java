package ru.freesport.console.storefront;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.access.CurrentKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a call that comes twice under one Idempotency-Key done once. The key, the work and its answer share one
 * transaction: a second call waits for the first and gets its answer, a refused or broken call leaves nothing behind.
 * Only for work within the database.
 */
@Component
class IdempotentCalls {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final CurrentKey caller;

    IdempotentCalls(JdbcClient database, TransactionTemplate transaction, JsonMapper json, CurrentKey caller) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.caller = caller;
    }

    /**
     * @param key null does the work every time
     * @param call method and address
     * @param body what was asked, as it was understood: its spelling does not matter
     */
    <T> ResponseEntity<T> once(
            @Nullable String key, String call, @Nullable Object body, Class<T> type, Supplier<ResponseEntity<T>> work) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refusal.bad(KEY + " must have 1 to " + LONGEST_KEY + " characters");
        }
        ResponseEntity<T> answer = transaction.execute(
                _ -> key == null ? work.get() : once(caller.id(), key, hash(call, body), type, work));
        return java.util.Objects.requireNonNull(answer);
    }

    private <T> ResponseEntity<T> once(
            UUID caller, String key, byte[] hash, Class<T> type, Supplier<ResponseEntity<T>> work) {
        SealedAnswer sealing = new SealedAnswer(caller, key);
        int mine = database.sql("""
                        INSERT INTO idempotent_answer (api_key_id, key, sha256) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""").params(caller, sealing.name(), hash).update();
        if (mine == 0) {
            return replayed(caller, sealing, hash, type);
        }
        ResponseEntity<T> answer = work.get();
        URI location = answer.getHeaders().getLocation();
        database.sql("""
                        UPDATE idempotent_answer SET status = :status, location = :location, body = :body
                        WHERE api_key_id = :caller AND key = :key""")
                .param("status", answer.getStatusCode().value())
                .param("location", location == null ? null : location.toString())
                .param("body", sealing.sealed(json.writeValueAsString(answer.getBody())))
                .param("caller", caller)
                .param("key", sealing.name())
                .update();
        return answer;
    }

    private <T> ResponseEntity<T> replayed(UUID caller, SealedAnswer sealing, byte[] hash, Class<T> type) {
        Stored stored = database.sql(
                        "SELECT sha256, status, location, body FROM idempotent_answer WHERE api_key_id = ? AND key = ?")
                .params(caller, sealing.name())
                .query((row, _) -> new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4)))
                .single();
        if (!Arrays.equals(stored.hash, hash)) {
            throw Refusal.unprocessable(
                    "This " + KEY + " was used for another call",
                    List.of(new Refusal.Wrong(KEY, "KEY_REUSED", "Use a new key for a new call")));
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored.status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(REPLAYED, "true");
        if (stored.location != null) {
            answer.location(URI.create(stored.location));
        }
        return answer.body(json.readValue(sealing.opened(stored.body), type));
    }

    private byte[] hash(String call, @Nullable Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(call.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(json.writeValueAsBytes(body));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Stored(byte[] hash, int status, @Nullable String location, String body) {}
}
