package ru.freesport.console.simulator.onec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.SimulatorSettings;

/** Checks who asks, as the description of 1C's HTTP API says: account, time stamp, signature. */
final class Signature {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final SimulatorSettings settings;
    private final Clock clock;

    Signature(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Why this request is not let in, if it is not. */
    Optional<String> problem(LabExchange exchange) {
        SimulatorSettings.Account account = settings.account();
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((account.name() + ":" + account.password()).getBytes(StandardCharsets.UTF_8));
        if (!exchange.header("Authorization").orElse("").equals(basic)) {
            return Optional.of("Неверное имя или пароль");
        }
        String stamp = exchange.header("X-ONEC-TIMESTAMP").orElse("");
        if (!isNear(stamp)) {
            return Optional.of("Отметка времени отличается больше чем на 5 минут");
        }
        return exchange.header("X-ONEC-SIGNATURE").orElse("").equals(of(exchange, stamp))
                ? Optional.empty()
                : Optional.of("Неверная подпись");
    }

    private boolean isNear(String stamp) {
        try {
            Duration skew = Duration.between(Instant.ofEpochSecond(Long.parseLong(stamp)), clock.instant());
            return skew.abs().compareTo(SKEW) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
            return false;
        }
    }

    private String of(LabExchange exchange, String stamp) {
        try {
            String body = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(exchange.body()));
            String signed = String.join("\n", exchange.method(), exchange.pathAndQuery(), stamp, body);
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
