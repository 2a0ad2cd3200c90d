package ru.freesport.console.simulator.yookassa;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.simulator.LabExchange;

/** An answer that is ready but not sent, so that a fault can come in between. */
record Answer(int status, byte[] content) {

    static Answer of(Map<String, Object> object) {
        return new Answer(200, LabExchange.toJson(object));
    }

    static Answer of(Refused refused) {
        return error(refused.status(), refused.code(), refused.description(), refused.parameter(), null);
    }

    static Answer error(
            int status, String code, String description, @Nullable String parameter, @Nullable Integer retryAfter) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", "error");
        error.put("id", UUID.randomUUID().toString());
        error.put("code", code);
        error.put("description", description);
        if (parameter != null) {
            error.put("parameter", parameter);
        }
        if (retryAfter != null) {
            error.put("retry_after", retryAfter);
        }
        return new Answer(status, LabExchange.toJson(error));
    }

    /** Method or media type are not taken; such answers have no body. */
    static Answer empty(int status) {
        return new Answer(status, new byte[0]);
    }

    Answer cut() {
        return new Answer(status, Arrays.copyOf(content, content.length / 2));
    }

    void send(LabExchange exchange) throws IOException {
        exchange.answer(status, "application/json", content);
    }
}
