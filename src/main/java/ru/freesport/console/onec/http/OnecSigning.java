package ru.freesport.console.onec.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Signs requests to 1C: HTTP Basic, a time stamp, and an HMAC over method, path with query, time stamp and the body's hash. */
final class OnecSigning implements ClientHttpRequestInterceptor {

    private static final String ALGORITHM = "HmacSHA256";

    private final OnecHttpSettings settings;
    private final Clock clock;
    private final String basePath;

    OnecSigning(OnecHttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.basePath = URI.create(settings.baseUrl()).getRawPath();
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String stamp = Long.toString(clock.instant().getEpochSecond());
        request.getHeaders().setBasicAuth(settings.user(), settings.password(), StandardCharsets.UTF_8);
        request.getHeaders().set("X-ONEC-TIMESTAMP", stamp);
        request.getHeaders()
                .set(
                        "X-ONEC-SIGNATURE",
                        signature(request.getMethod().name(), pathAndQuery(request.getURI()), stamp, body));
        return execution.execute(request, body);
    }

    private String pathAndQuery(URI address) {
        String path = address.getRawPath().substring(basePath.length());
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    String signature(String method, String pathAndQuery, String stamp, byte[] body) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            String signed = String.join("\n", method, pathAndQuery, stamp, hash);
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
