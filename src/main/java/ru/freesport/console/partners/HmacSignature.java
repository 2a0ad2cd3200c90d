package ru.freesport.console.partners;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 in hexadecimal, as Mailgun signs: what is signed and the signature both lie in the body. It need not cover the whole
 * body, so the content stays a hint.
 */
public final class HmacSignature implements WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Function<byte[], Optional<Signed>> signed;

    /** @param text what the sender signed */
    public record Signed(String text, String signature) {}

    /** @param signed finds both in a body; empty when they are not there */
    public HmacSignature(String secret, Function<byte[], Optional<Signed>> signed) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.signed = signed;
    }

    @Override
    public boolean isGenuine(byte[] body, UnaryOperator<String> header) {
        return signed.apply(body).map(this::isGenuine).orElse(false);
    }

    private boolean isGenuine(Signed given) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] right = mac.doFinal(given.text().getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(right, HexFormat.of().parseHex(given.signature()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IllegalArgumentException noHexadecimal) {
            return false;
        }
    }
}
