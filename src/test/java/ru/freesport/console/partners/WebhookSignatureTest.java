package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others really sign, and what of it a forger can change. */
class WebhookSignatureTest {

    private static final UnaryOperator<String> NO_HEADERS = _ -> "";

    @Test
    void anEcdsaSignatureCoversTheTimeStampAndEveryByteOfTheBody() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] body = "[{\"event\":\"delivered\"}]\r\n".getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update("1772356500".getBytes(StandardCharsets.UTF_8));
        signer.update(body);
        String signature = Base64.getEncoder().encodeToString(signer.sign());
        EcdsaSignature verifier = new EcdsaSignature(
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()), "X-Signature", "X-Timestamp");

        UnaryOperator<String> headers = Map.of("X-Signature", signature, "X-Timestamp", "1772356500")::get;
        assertThat(verifier.isGenuine(body, headers)).isTrue();
        assertThat(verifier.isGenuine(Arrays.copyOf(body, body.length - 2), headers))
                .isFalse();
        assertThat(verifier.isGenuine(body, Map.of("X-Signature", signature, "X-Timestamp", "1772356501")::get))
                .isFalse();
        assertThat(verifier.isGenuine(body, Map.of("X-Signature", "%%%", "X-Timestamp", "1772356500")::get))
                .isFalse();
        assertThat(verifier.isGenuine(body, NO_HEADERS)).isFalse();
        assertThatThrownBy(() -> new EcdsaSignature("bm90IGEga2V5", "a", "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anHmacIsComparedWithWhatTheBodySaysWasSigned() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("signing-key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String good = HexFormat.of().formatHex(mac.doFinal("1772356500token".getBytes(StandardCharsets.UTF_8)));
        assertThat(hmac("signing-key", "1772356500token", good)).isTrue();
        assertThat(hmac("signing-key", "1772356501token", good)).isFalse();
        assertThat(hmac("another-key", "1772356500token", good)).isFalse();
        assertThat(hmac("signing-key", "1772356500token", "no hexadecimal")).isFalse();
        assertThat(new HmacSignature("signing-key", _ -> Optional.empty()).isGenuine(new byte[0], NO_HEADERS))
                .isFalse();
    }

    @Test
    void aKeyedHashBeginsWithTheSecret() throws Exception {
        String good = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest("api-idsms_status\n1\n103".getBytes(StandardCharsets.UTF_8)));
        assertThat(keyed("api-id", good)).isTrue();
        assertThat(keyed("other-id", good)).isFalse();
        assertThat(keyed("api-id", good.substring(2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "185.71.76.0/27,  185.71.76.31,    true",
        "185.71.76.0/27,  185.71.76.32,    false",
        "77.75.156.11,    77.75.156.11,    true",
        "77.75.156.11,    77.75.156.12,    false",
        "2a02:5180::/32,  2a02:5180:0:1::, true",
        "2a02:5180::/32,  2a02:5181::1,    false",
        "0.0.0.0/0,       8.8.8.8,         true",
        "0.0.0.0/0,       ::1,             false"
    })
    void anAddressIsInItsBlock(String block, String address, boolean isIn) {
        assertThat(AddressRange.of(block).contains(AddressRange.literal(address).orElseThrow()))
                .isEqualTo(isIn);
    }

    @Test
    void aNameIsNoAddressAndIsNotLookedUp() {
        assertThat(AddressRange.literal("localhost")).isEmpty();
        assertThat(AddressRange.literal("deadbeef")).isEmpty();
        assertThat(AddressRange.literal("1.2.3.4, 5.6.7.8")).isEmpty();
        assertThatThrownBy(() -> AddressRange.of("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretIsOneOfThoseThatAreGoodAndAnEmptyOneNever() {
        assertThat(WebhookSecret.isOneOf("new", List.of("old", "new"))).isTrue();
        assertThat(WebhookSecret.isOneOf("old ", List.of("old", "new"))).isFalse();
        assertThat(WebhookSecret.isOneOf("", List.of(""))).isFalse();
        assertThat(WebhookSecret.isOneOf("any", List.of())).isFalse();
    }

    private static boolean hmac(String key, String text, String signature) {
        return new HmacSignature(key, _ -> Optional.of(new HmacSignature.Signed(text, signature)))
                .isGenuine(new byte[0], NO_HEADERS);
    }

    private static boolean keyed(String secret, String signature) {
        return new KeyedHashSignature(
                        secret, _ -> Optional.of(new HmacSignature.Signed("sms_status\n1\n103", signature)))
                .isGenuine(new byte[0], NO_HEADERS);
    }
}
