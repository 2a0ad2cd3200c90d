package ru.freesport.console.customers.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fingerprint of what a counterparty's row says: half of a SHA-256. The version 1C counts is not part of it. */
final class RowFingerprint {

    private static final int LENGTH = 16;

    private final MessageDigest digest;

    RowFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] of(CounterpartyRow row) {
        add(row.guid());
        add(row.name());
        add(row.type().name());
        add(row.deleted() ? "deleted" : "");
        row.said().forEach((field, value) -> {
            add(field.name());
            add(value);
        });
        return Arrays.copyOf(digest.digest(), LENGTH);
    }

    private void add(@Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
    }
}
