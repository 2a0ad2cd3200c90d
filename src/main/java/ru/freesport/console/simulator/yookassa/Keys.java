package ru.freesport.console.simulator.yookassa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.simulator.LabExchange;

/** Idempotence keys: for a day the same key with the same request gets the first answer, with another request an error. */
final class Keys {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private record Used(byte[] request, Answer answer, Instant at) {}

    private final Map<String, Used> used = new HashMap<>();
    private final Clock clock;

    Keys(Clock clock) {
        this.clock = clock;
    }

    /**
     * One at a time, so that two requests with one key at once are one operation.
     *
     * @param repeated is told when an earlier answer is given again
     */
    synchronized Answer once(LabExchange exchange, Supplier<Answer> work, Runnable repeated) {
        String key = exchange.header("Idempotence-Key").orElse("");
        if (!key.matches("[0-9a-zA-Z+\\-_.]{1,64}")) {
            throw Refused.invalid("Idempotence-Key", "Idempotence key is missing or too long");
        }
        byte[] request = request(exchange);
        Used before = used.get(key);
        if (before != null && before.at.plus(REMEMBERED).isAfter(clock.instant())) {
            if (!Arrays.equals(before.request, request)) {
                throw Refused.invalid("Idempotence-Key", "Idempotence key duplicated");
            }
            repeated.run();
            return before.answer;
        }
        Answer answer = work.get();
        used.put(key, new Used(request, answer, clock.instant()));
        return answer;
    }

    static @Nullable String of(LabExchange exchange) {
        return exchange.header("Idempotence-Key").orElse(null);
    }

    private static byte[] request(LabExchange exchange) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(exchange.operation().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(exchange.body());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
