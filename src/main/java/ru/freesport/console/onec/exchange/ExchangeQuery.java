package ru.freesport.console.onec.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, read from the address alone: the body of a file may look like a form and must stay whole. */
final class ExchangeQuery {

    private final Map<String, String> values = new HashMap<>();

    ExchangeQuery(@Nullable String query) {
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    String type() {
        return values.getOrDefault("type", "").toLowerCase(Locale.ROOT);
    }

    String mode() {
        return values.getOrDefault("mode", "").toLowerCase(Locale.ROOT);
    }

    @Nullable String filename() {
        return values.get("filename");
    }

    @Nullable String sessid() {
        return values.get("sessid");
    }

    @Nullable String version() {
        return values.get("version");
    }

    /** Whether the client says that it unpacks what it is answered with. */
    boolean zip() {
        return "yes".equalsIgnoreCase(values.get("zip"));
    }

    @Nullable String timestamp() {
        return values.get("timestamp");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
