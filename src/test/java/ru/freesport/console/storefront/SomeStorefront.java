package ru.freesport.console.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A storefront that calls the API over a real socket. */
final class SomeStorefront {

    static final String DEMO_KEY = "demo-storefront-key";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final @Nullable String key;

    SomeStorefront(int port, @Nullable String key) {
        this.base = "http://localhost:" + port;
        this.key = key;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        String type() {
            return raw.headers().firstValue("Content-Type").orElse("");
        }

        boolean isProblem() {
            return type().startsWith("application/problem+json")
                    && body.path("status").asInt() == status
                    && !body.path("title").asString("").isEmpty();
        }

        String rule() {
            return body.path("errors").path(0).path("rule").asString("");
        }

        String field() {
            return body.path("errors").path(0).path("field").asString("");
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null, "application/json");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, null, "application/json");
    }

    Answer post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey, "application/json");
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body, null, "application/json");
    }

    Answer send(
            String method, String path, @Nullable String body, @Nullable String idempotencyKey, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), JSON.readTree(isJson ? text : "{}"), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
