package ru.freesport.console.simulator.onec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import ru.freesport.console.simulator.LabExchange;

/** An answer that is ready but not sent, so that a fault can come in between. */
record OnecAnswer(int status, String type, byte[] content, Optional<String> next) {

    static OnecAnswer json(Object value) {
        return new OnecAnswer(200, "application/json", LabExchange.toJson(value), Optional.empty());
    }

    static OnecAnswer xml(String text) {
        return new OnecAnswer(
                200, "application/xml; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static OnecAnswer error(int status, String text) {
        return new OnecAnswer(status, "application/json", LabExchange.toJson(Map.of("error", text)), Optional.empty());
    }

    OnecAnswer followedBy(String cursor) {
        return new OnecAnswer(status, type, content, Optional.of(cursor));
    }

    OnecAnswer cut() {
        return new OnecAnswer(status, type, Arrays.copyOf(content, content.length / 2), next);
    }

    void send(LabExchange exchange) throws IOException {
        next.ifPresent(cursor -> exchange.setHeader("X-Next-Cursor", cursor));
        exchange.answer(status, type, content);
    }
}
