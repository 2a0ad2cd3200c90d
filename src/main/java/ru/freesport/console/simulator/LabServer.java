package ru.freesport.console.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lab's HTTP server on the local machine: every simulated system under its name, and {@code /lab} to steer them. */
final class LabServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LabServer.class);
    private static final int WAITING_CONNECTIONS = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param port 0 takes a free one
     * @param watcher is shown every request to a system, with its answer if it got one
     */
    LabServer(int port, List<SimulatedSystem> systems, Consumer<LabExchange> watcher) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING_CONNECTIONS);
        server.setExecutor(threads);
        for (SimulatedSystem system : systems) {
            String base = "/" + system.name();
            server.createContext(base, raw -> serve(new LabExchange(raw, base, watcher), raw, system::serve));
        }
        LabActs acts = new LabActs(systems);
        server.createContext("/lab", raw -> serve(new LabExchange(raw, "/lab", _ -> {}), raw, acts::serve));
        server.start();
        LOG.info(
                "Simulated systems at http://localhost:{} : {}",
                port(),
                systems.stream().map(SimulatedSystem::name).collect(Collectors.joining(", ")));
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void serve(LabExchange exchange, HttpExchange raw, Served served) throws IOException {
        try (raw) {
            try {
                served.serve(exchange);
            } catch (IllegalArgumentException wrong) {
                exchange.answerJson(400, Map.of("error", String.valueOf(wrong.getMessage())));
            } catch (RuntimeException broken) {
                LOG.warn("The simulated answer to {} broke", exchange.operation(), broken);
                exchange.answerJson(500, Map.of("error", "The simulator broke: " + broken));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @FunctionalInterface
    private interface Served {
        void serve(LabExchange exchange) throws IOException;
    }
}
