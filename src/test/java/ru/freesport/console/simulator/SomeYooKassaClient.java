package ru.freesport.console.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the simulated YooKassa by the letter of its description, without a line of the console's own client. */
final class SomeYooKassaClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String password;

    SomeYooKassaClient(int port) {
        this(port, "test_demo-yookassa-key");
    }

    SomeYooKassaClient(int port, String password) {
        this.base = "http://localhost:" + port + "/yookassa";
        this.password = password;
    }

    record Answer(int status, JsonNode body) {

        String id() {
            return body.path("id").asString("");
        }

        String state() {
            return body.path("status").asString("");
        }

        String code() {
            return body.path("code").asString("");
        }

        String parameter() {
            return body.path("parameter").asString("");
        }
    }

    Answer get(String pathAndQuery) throws Exception {
        return send(request(pathAndQuery).GET());
    }

    Answer post(String path, String key, String body) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Idempotence-Key", key);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer create(String key, String amount, boolean atOnce) throws Exception {
        return post("/payments", key, payment(amount, atOnce));
    }

    static String payment(String amount, boolean atOnce) {
        return """
                {"amount":{"value":"%s","currency":"RUB"},"capture":%s,"description":"Order FS-1",
                 "confirmation":{"type":"redirect","return_url":"http://shop.example/back"},
                 "metadata":{"order_id":"FS-1"}}""".formatted(amount, atOnce);
    }

    static String receipt(String amount) {
        return """
                {"customer":{"email":"anna@example.org"},"items":[{"description":"Мяч","quantity":1,
                "amount":{"value":"%s","currency":"RUB"},"vat_code":11,"payment_subject":"commodity",
                "payment_mode":"full_prepayment"}]}""".formatted(amount);
    }

    Answer refund(String key, String payment, String amount) throws Exception {
        return post("/refunds", key, """
                {"payment_id":"%s","amount":{"value":"%s","currency":"RUB"}}""".formatted(payment, amount));
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(Duration.ofSeconds(2))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("100500:" + password).getBytes(StandardCharsets.UTF_8)));
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean isJson = response.body().startsWith("{") && response.body().endsWith("}");
        return new Answer(response.statusCode(), JSON.readTree(isJson ? response.body() : "{}"));
    }
}
