package ru.freesport.console.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever the simulated systems send their notifications to: keeps them and answers as it is told. */
final class SomeConsole implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    SomeConsole(String path) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(path, exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean isRefused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!isRefused) {
                bodies.add(body);
            }
            exchange.sendResponseHeaders(isRefused ? 500 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next so many are not taken. */
    void refuses(int times) {
        refusals.set(times);
    }

    List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    /** {@code payment.succeeded} and so on, as they came. */
    List<String> events() {
        return notifications().stream()
                .map(one -> one.path("event").asString(""))
                .toList();
    }

    List<JsonNode> notifications() {
        return bodies.stream().map(JSON::readTree).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
