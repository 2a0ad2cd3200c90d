package ru.freesport.console.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP request to a simulated system and its answer. */
public final class LabExchange {

    private static final int LONGEST_BODY = 8 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpExchange exchange;
    private final Consumer<LabExchange> watcher;
    private final String system;
    private final String path;
    private final byte[] body;
    private @Nullable LabAnswer answer;

    /**
     * @param base the part of the address that names the system, cut from {@link #path}
     * @param watcher is shown the request with its answer before that is sent
     */
    LabExchange(HttpExchange exchange, String base, Consumer<LabExchange> watcher) throws IOException {
        this.exchange = exchange;
        this.watcher = watcher;
        this.system = base.substring(1);
        this.path = exchange.getRequestURI().getPath().substring(base.length());
        this.body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** Whom it was sent to, {@code onec}. */
    public String system() {
        return system;
    }

    /** The operation's own path, {@code /orders}. */
    public String path() {
        return path;
    }

    /** {@code POST /orders} */
    public String operation() {
        return method() + " " + path;
    }

    /** The path with the query as it was sent: what a signature covers. */
    public String pathAndQuery() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    public Map<String, String> query() {
        return Query.parse(exchange.getRequestURI().getRawQuery());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public byte[] body() {
        return body;
    }

    /** Names of all headers of the request. */
    public Set<String> headers() {
        return exchange.getRequestHeaders().keySet();
    }

    /** What was answered; empty as long as nothing was. */
    public Optional<LabAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** @throws IllegalArgumentException when the body is not JSON of this shape */
    public <T> T json(Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (tools.jackson.core.JacksonException broken) {
            throw new IllegalArgumentException("The body is not the JSON that this address takes", broken);
        }
    }

    /** Headers of the answer, as far as they are set. */
    public Map<String, List<String>> answerHeaders() {
        return exchange.getResponseHeaders();
    }

    public void setHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    public void answerJson(int status, Object answer) throws IOException {
        answer(status, "application/json", toJson(answer));
    }

    public static byte[] toJson(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    public void answer(int status, String type, byte[] content) throws IOException {
        setHeader("Content-Type", type);
        answer = new LabAnswer(status, type, content);
        watcher.accept(this);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    /** Closes the connection without an answer. */
    public void drop() {
        watcher.accept(this);
        exchange.close();
    }
}
