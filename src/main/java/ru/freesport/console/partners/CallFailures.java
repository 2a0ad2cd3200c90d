package ru.freesport.console.partners;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.UnknownContentTypeException;

/** Says of everything that can go wrong in a call which kind it is and whether the other side may have done it. */
final class CallFailures {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private CallFailures() {}

    static CallFailure of(Throwable thrown) {
        if (thrown instanceof CallFailure known) {
            return known;
        }
        if (thrown instanceof RestClientResponseException answer) {
            return ofStatus(
                    answer.getStatusCode().value(), answer.getResponseHeaders(), answer.getResponseBodyAsString());
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            CallFailure found = ofCause(cause);
            if (found != null) {
                return found;
            }
        }
        // our own mistake: nobody can say how far it came
        return new CallFailure(CallError.DATA_FORMAT_ERROR, true, String.valueOf(thrown), thrown);
    }

    private static @Nullable CallFailure ofCause(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CallFailure known -> known;
            case HttpConnectTimeoutException _ -> new CallFailure(CallError.CONNECTION_TIMEOUT, false, text, cause);
            case HttpTimeoutException _ -> new CallFailure(CallError.CONNECTION_TIMEOUT, true, text, cause);
            case SocketTimeoutException _ -> new CallFailure(CallError.CONNECTION_TIMEOUT, true, text, cause);
            case ConnectException _ -> new CallFailure(CallError.SYSTEM_UNAVAILABLE, false, refused(text), cause);
            case NoRouteToHostException _ -> new CallFailure(CallError.SYSTEM_UNAVAILABLE, false, text, cause);
            case UnknownHostException _ ->
                new CallFailure(CallError.SYSTEM_UNAVAILABLE, false, "Unknown host " + text, cause);
            case SSLHandshakeException _ -> handshake(cause, text);
            case SSLPeerUnverifiedException _ -> handshake(cause, text);
            case tools.jackson.core.JacksonException _ ->
                new CallFailure(CallError.DATA_FORMAT_ERROR, true, firstLine(text), cause);
            case XMLStreamException _ -> new CallFailure(CallError.DATA_FORMAT_ERROR, true, firstLine(text), cause);
            case HttpMessageConversionException _ ->
                new CallFailure(CallError.DATA_FORMAT_ERROR, true, firstLine(text), cause);
            case UnknownContentTypeException _ ->
                new CallFailure(CallError.DATA_FORMAT_ERROR, true, firstLine(text), cause);
            case IOException _ -> new CallFailure(CallError.SYSTEM_UNAVAILABLE, true, text, cause);
            default -> null;
        };
    }

    /** Nothing was sent yet. Whose certificate we do not trust is none of those we know. */
    private static CallFailure handshake(Throwable failed, String text) {
        boolean isStranger = failed instanceof SSLPeerUnverifiedException;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            isStranger |= cause instanceof CertificateException;
        }
        return new CallFailure(
                isStranger ? CallError.AUTHENTICATION_FAILED : CallError.SYSTEM_UNAVAILABLE, false, text, failed);
    }

    /** An HTTP answer that is no success; only 4xx, 429 and 503 promise that nothing was done. */
    static CallFailure ofStatus(int status, @Nullable HttpHeaders headers, String body) {
        String text = "HTTP " + status + (body.isBlank() ? "" : ": " + firstLine(Masking.text(body.strip())));
        return switch (status) {
            case 401, 403, 407 -> new CallFailure(CallError.AUTHENTICATION_FAILED, false, text);
            case 408 -> new CallFailure(CallError.CONNECTION_TIMEOUT, true, text);
            case 429 -> new CallFailure(CallError.RATE_LIMITED, false, text, retryAfter(headers), null);
            case 503 -> new CallFailure(CallError.SYSTEM_UNAVAILABLE, false, text, retryAfter(headers), null);
            case 404, 409, 410, 412, 422 -> new CallFailure(CallError.BUSINESS_LOGIC_ERROR, false, text);
            default ->
                status >= 500
                        ? new CallFailure(CallError.SYSTEM_UNAVAILABLE, true, text)
                        : new CallFailure(CallError.DATA_FORMAT_ERROR, false, text);
        };
    }

    private static String refused(String text) {
        return "null".equals(text) ? "Connection refused" : text;
    }

    private static @Nullable Duration retryAfter(@Nullable HttpHeaders headers) {
        return Optional.ofNullable(headers)
                .map(all -> all.getFirst(HttpHeaders.RETRY_AFTER))
                .flatMap(CallFailures::seconds)
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(null);
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(Duration.parse("PT" + text.strip() + "S")).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException date) {
            return Optional.empty();
        }
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
