package ru.freesport.console.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a simulated system misbehaves while the fault is switched on. */
public enum FaultMode {
    /** The connection closes without an answer and nothing is done. */
    DOWN,
    /** The work is done late and answered late. */
    SLOW,
    /** Answers 500 and does nothing. */
    ERROR500,
    /** Does the work, then answers 500. */
    ERROR_AFTER_COMMIT,
    /** Does the work, then never answers. */
    TIMEOUT_AFTER_COMMIT,
    /** Does the work, then answers what nobody can read. */
    MALFORMED,
    /** Answers 401 and does nothing. */
    UNAUTHORIZED,
    /** Answers 429 and does nothing. */
    RATE_LIMITED,
    /** The file server breaks in the middle of an upload. */
    KILLED_MID_UPLOAD,
    /** YooKassa sends the notification twice. */
    WEBHOOK_DUPLICATE,
    /** YooKassa sends the notification after the next one. */
    WEBHOOK_REORDERED,
    /** Somebody changed the sum in the notification. */
    WEBHOOK_TAMPERED;

    /** What can go wrong with any request over HTTP. */
    public static Set<FaultMode> ofHttp() {
        return EnumSet.range(DOWN, RATE_LIMITED);
    }

    /** As it is written in the lab's addresses and documents, {@code error-after-commit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
