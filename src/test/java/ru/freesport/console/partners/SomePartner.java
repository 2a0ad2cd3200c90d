package ru.freesport.console.partners;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An outside system on a real socket that answers as it is told and remembers the keys it was sent. */
final class SomePartner implements AutoCloseable {

    private static final int SILENT = 0;

    final List<String> keys = new CopyOnWriteArrayList<>();
    final List<String> correlations = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"ok\":true}";

    SomePartner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            correlations.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Correlation-Id")));
            if (status == SILENT) {
                sleep();
                exchange.close();
                return;
            }
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    void isSilent() {
        status = SILENT;
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
