package ru.freesport.console.partners;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;

/**
 * Looks at the circuits every second: a lost notification is made up for, overrides end, and a circuit without traffic is probed
 * when its time has come. Every node does it; the row decides who is first.
 */
@Component
@Profile("!command")
class CircuitKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitKeeper.class);
    private static final int EVERY_MS = 1_000;

    private final CircuitNode node;
    private final CircuitTable table;
    private final Set<String> probing = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService thread;

    CircuitKeeper(CircuitNode node, CircuitTable table) {
        this.node = node;
        this.table = table;
        this.thread = Executors.newSingleThreadScheduledExecutor();
        this.thread.shutdown();
    }

    private void look() {
        try {
            node.refresh();
            Instant now = table.now();
            for (Map.Entry<String, CircuitDefinition> known : node.known().entrySet()) {
                look(known.getKey(), known.getValue().probe(), now);
            }
        } catch (RuntimeException lost) {
            LOG.warn("The circuits could not be looked at: {}", lost.getMessage());
        }
    }

    private void look(String name, @org.jspecify.annotations.Nullable Runnable probe, Instant now) {
        Circuit circuit = node.copy(name);
        if (circuit.override() != null && !circuit.override().until().isAfter(now)) {
            node.endOverride(name);
        }
        if (probe != null && isDue(circuit, now) && probing.add(name)) {
            Thread.ofVirtual().name("circuit-probe").start(() -> {
                try {
                    RunAs.system(probe);
                } catch (RuntimeException broken) {
                    LOG.warn("The probe of {} broke", name, broken);
                } finally {
                    probing.remove(name);
                }
            });
        }
    }

    private static boolean isDue(Circuit circuit, Instant now) {
        Instant due = switch (circuit.state()) {
            case OPEN -> circuit.openUntil();
            case HALF_OPEN -> circuit.probeUntil() == null ? now : circuit.probeUntil();
            case CLOSED, DISABLED, FORCED_OPEN -> null;
        };
        return due != null && !due.isAfter(now);
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("circuit-keeper").factory());
        thread.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown();
    }
}
