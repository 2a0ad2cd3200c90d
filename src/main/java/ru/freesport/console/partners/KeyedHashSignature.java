package ru.freesport.console.partners;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** SHA-256 over a secret and then the text, in hexadecimal, as SMS.ru signs; both lie in the body. */
public final class KeyedHashSignature implements WebhookSignature {

    private final byte[] secret;
    private final Function<byte[], Optional<HmacSignature.Signed>> signed;

    /** @param signed finds text and signature in a body; empty when they are not there */
    public KeyedHashSignature(String secret, Function<byte[], Optional<HmacSignature.Signed>> signed) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.signed = signed;
    }

    @Override
    public boolean isGenuine(byte[] body, UnaryOperator<String> header) {
        return signed.apply(body).map(this::isGenuine).orElse(false);
    }

    private boolean isGenuine(HmacSignature.Signed given) {
        MessageDigest digest = Blobs.sha256();
        digest.update(secret);
        byte[] right = digest.digest(given.text().getBytes(StandardCharsets.UTF_8));
        try {
            return MessageDigest.isEqual(right, HexFormat.of().parseHex(given.signature()));
        } catch (IllegalArgumentException noHexadecimal) {
            return false;
        }
    }
}
