package ru.freesport.console.simulator.yookassa;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabExchange;
import ru.freesport.console.simulator.SimulatorSettings;

/** Sends notifications to the console, again and again until they are taken; the lab's faults double, delay and change them. */
final class WebhookSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A notification that is kept back for the next one goes after this in any case. */
    private static final long LONGEST_HOLD_MS = 5_000;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ScheduledExecutorService times = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lab-webhooks").factory());
    private final SimulatorSettings.YooKassa settings;
    private final Faults faults;
    private volatile URI console;
    private byte @Nullable [] held;

    WebhookSender(SimulatorSettings settings, Faults faults) {
        this.settings = settings.yookassa();
        this.faults = faults;
        this.console = address(settings.console());
    }

    /** @param address the console's, without a slash at its end */
    void sendTo(String address) {
        console = address(address);
    }

    private URI address(String base) {
        return URI.create(base + "/webhooks/yookassa/" + settings.webhookSecret());
    }

    void send(String event, Map<String, Object> object) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("type", "notification");
        notification.put("event", event);
        notification.put("object", faults.take(FaultMode.WEBHOOK_TAMPERED) ? tampered(object) : object);
        byte[] body = LabExchange.toJson(notification);
        if (faults.take(FaultMode.WEBHOOK_REORDERED)) {
            hold(body);
            return;
        }
        start(body, 0);
        if (faults.take(FaultMode.WEBHOOK_DUPLICATE)) {
            start(body, 0);
        }
        release();
    }

    private synchronized void hold(byte[] body) {
        release();
        held = body;
        times.schedule(this::release, LONGEST_HOLD_MS, TimeUnit.MILLISECONDS);
    }

    /** After the one that overtook it. */
    private synchronized void release() {
        byte[] late = held;
        held = null;
        if (late != null) {
            times.schedule(() -> start(late, 0), 100, TimeUnit.MILLISECONDS);
        }
    }

    private void start(byte[] body, int repeat) {
        Thread.ofVirtual().name("lab-webhook").start(() -> deliver(body, repeat));
    }

    private void deliver(byte[] body, int repeat) {
        if (!isTaken(body)) {
            List<Duration> pauses = settings.repeats();
            if (repeat < pauses.size() && !times.isShutdown()) {
                times.schedule(() -> start(body, repeat + 1), pauses.get(repeat).toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean isTaken(byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(console)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            LOG.debug("A notification did not reach {}", console, away);
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, Object> tampered(Map<String, Object> object) {
        Map<String, Object> changed = new LinkedHashMap<>(object);
        changed.put("amount", Map.of("value", "999999.00", "currency", "RUB"));
        return changed;
    }

    @Override
    public void close() {
        times.shutdownNow();
        http.shutdownNow();
    }
}
