package ru.freesport.console.storefront;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps a remembered answer so that only who brings its Idempotency-Key can read it: it holds a customer's data, and the
 * database knows the key by its hash alone.
 */
final class SealedAnswer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID caller;
    private final String key;

    SealedAnswer(UUID caller, String key) {
        this.caller = caller;
        this.key = key;
    }

    /** What the database knows the key by. */
    String name() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String sealed(String answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, answer.getBytes(StandardCharsets.UTF_8), 0);
        byte[] whole = new byte[NONCE_BYTES + closed.length];
        System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
        System.arraycopy(closed, 0, whole, NONCE_BYTES, closed.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    String opened(String sealed) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, whole, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A remembered answer cannot be read", impossible);
        }
    }

    private SecretKey secret() throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(key.getBytes(StandardCharsets.UTF_8))
                                .addSalt(caller.toString().getBytes(StandardCharsets.UTF_8))
                                .thenExpand("answer".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    }
}
