package ru.freesport.console.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** The fingerprint of a wide row as its packet gave it: half of a SHA-256, which processors compute in hardware. */
final class RowHash {

    private static final int LENGTH = 16;

    private final MessageDigest digest;

    RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param more what belongs to the row and stands elsewhere */
    byte[] of(byte[] bytes, int from, int to, List<String> more) {
        digest.update(bytes, from, to - from);
        for (String text : more) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return Arrays.copyOf(digest.digest(), LENGTH);
    }
}
