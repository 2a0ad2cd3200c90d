package ru.freesport.console.partners;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * ECDSA over P-256 and SHA-256, as SendGrid signs: the time stamp's text and then the raw body, the signature in base64 in one
 * header and the time stamp in another.
 */
public final class EcdsaSignature implements WebhookSignature {

    private final PublicKey key;
    private final String signatureHeader;
    private final String timestampHeader;

    /**
     * @param publicKey base64 of the X.509 SubjectPublicKeyInfo
     * @throws IllegalArgumentException when that is no such key
     */
    public EcdsaSignature(String publicKey, String signatureHeader, String timestampHeader) {
        try {
            this.key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("Not a public key of an elliptic curve", wrong);
        }
        this.signatureHeader = signatureHeader;
        this.timestampHeader = timestampHeader;
    }

    @Override
    public boolean isGenuine(byte[] body, UnaryOperator<String> header) {
        String timestamp = header.apply(timestampHeader);
        if (timestamp.isEmpty()) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder().decode(header.apply(signatureHeader));
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(timestamp.getBytes(StandardCharsets.UTF_8));
            check.update(body);
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }
}
