package ru.freesport.console.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Asks the simulated 1C by the letter of its description, without a line of the console's own client. */
final class SomeOnecClient {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private String password = "exchange";
    private String secret = "demo-onec-secret";
    private Duration skew = Duration.ZERO;
    private Duration patience = Duration.ofSeconds(2);

    SomeOnecClient(int port) {
        this.base = "http://localhost:" + port + "/onec";
    }

    SomeOnecClient withPassword(String other) {
        password = other;
        return this;
    }

    SomeOnecClient withPatience(Duration other) {
        patience = other;
        return this;
    }

    SomeOnecClient withSecret(String other) {
        secret = other;
        return this;
    }

    SomeOnecClient withSkew(Duration other) {
        skew = other;
        return this;
    }

    HttpResponse<String> get(String pathAndQuery) throws Exception {
        return send("GET", pathAndQuery, "", "application/xml", "");
    }

    HttpResponse<String> post(String path, String type, String body, String key) throws Exception {
        return send("POST", path, body, type, key);
    }

    private HttpResponse<String> send(String method, String path, String body, String type, String key)
            throws Exception {
        String stamp = Long.toString(Instant.now().plus(skew).getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("exchange:" + password).getBytes(StandardCharsets.UTF_8)))
                .header("X-ONEC-TIMESTAMP", stamp)
                .header("X-ONEC-SIGNATURE", signature(method, path, stamp, bytes));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (bytes.length > 0) {
            request.header("Content-Type", type);
        }
        request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String signature(String method, String path, String stamp, byte[] body) throws Exception {
        String hash = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(body));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal(
                        (method + "\n" + path + "\n" + stamp + "\n" + hash).getBytes(StandardCharsets.UTF_8)));
    }
}
