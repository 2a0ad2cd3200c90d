package ru.freesport.console.partners;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CircuitTable.Change;
import ru.freesport.console.partners.CircuitTable.Reading;
import ru.freesport.console.partners.CircuitTable.Wish;
import ru.freesport.console.shared.ChannelListener;

/**
 * This node's part in the circuits: a resilience4j breaker each, driven by the row that all nodes share. A closed circuit costs
 * a call no query; everything else is asked of the row. The breaker never changes its state by itself, because a breaker knows
 * one process only and forgets with it.
 */
@Component
class CircuitNode {

    private static final int WINDOW = 50;
    private static final CircuitBreakerConfig DRIVEN = CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(WINDOW)
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final CircuitTable table;
    private final PartnersSettings settings;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Map<String, CircuitDefinition> known = new ConcurrentHashMap<>();
    private final Map<String, Reading> copies = new ConcurrentHashMap<>();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    CircuitNode(
            CircuitTable table,
            PartnersSettings settings,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            List<CircuitDefinition> definitions,
            ChannelListener listener) {
        this.table = table;
        this.settings = settings;
        this.events = Announcements.to(events);
        this.meters = meters;
        definitions.forEach(this::introduce);
        refresh();
        listener.subscribe(CircuitTable.CHANNEL, this::heard);
    }

    private void introduce(CircuitDefinition definition) {
        known.put(definition.name(), definition);
        table.introduce(definition.name());
        Gauge.builder(
                        "freesport.partner.circuit.open",
                        () -> copy(definition.name()).state().letsCallsPass() ? 0 : 1)
                .tag("circuit", definition.name())
                .register(meters);
    }

    Map<String, CircuitDefinition> known() {
        return Map.copyOf(known);
    }

    /** Reads every row anew. */
    final void refresh() {
        table.all().forEach(this::mirror);
    }

    private void heard(Set<String> names) {
        refresh();
    }

    /** Whether a call may go now; in the half open state this takes the one place of the probe. */
    Pass admit(String name) {
        if (copy(name).state().letsCallsPass() && breaker(name).tryAcquirePermission()) {
            return Pass.FREE;
        }
        Pass[] pass = {Pass.NONE};
        told(table.change(name, Wish.of(TransitionCause.PROBE_SENT, null), (circuit, now) -> {
            var after = rules(name).admit(circuit, now);
            after.ifPresent(one -> pass[0] = one.state() == CircuitState.HALF_OPEN ? Pass.PROBE : Pass.FREE);
            return after.orElse(circuit);
        }));
        return pass[0];
    }

    void answered(String name, Pass pass, long nanos) {
        breaker(name).onSuccess(nanos, TimeUnit.NANOSECONDS);
        if (refusing.remove(name)) {
            table.tell(name);
        }
        Circuit copy = copy(name);
        if (copy.failures() > 0 || !copy.state().letsCallsPass()) {
            seen(name, pass);
        }
    }

    /**
     * A failure that does not count.
     *
     * @param wasAnswered an answer that refuses shows that the other side is there, and no more; a mistake of ours shows nothing
     */
    void refused(String name, Pass pass, long nanos, boolean wasAnswered) {
        breaker(name).onSuccess(nanos, TimeUnit.NANOSECONDS);
        refusing.add(name);
        table.tell(name);
        if (wasAnswered && !copy(name).state().letsCallsPass()) {
            seen(name, pass);
        }
    }

    private void seen(String name, Pass pass) {
        told(table.change(
                name,
                Wish.of(TransitionCause.PROBE_SUCCEEDED, null),
                (circuit, now) -> pass.countsFor(circuit) ? rules(name).answered(circuit, now) : circuit));
    }

    void failed(String name, Pass pass, long nanos, CallFailure failure) {
        breaker(name).onError(nanos, TimeUnit.NANOSECONDS, failure);
        TransitionCause cause = pass == Pass.PROBE ? TransitionCause.PROBE_FAILED : TransitionCause.FAILURES;
        told(table.change(
                name,
                Wish.of(cause, failure.error()),
                (circuit, now) -> pass.countsFor(circuit)
                        ? rules(name).failed(circuit, now, failure.error(), failure.text())
                        : circuit));
    }

    /** How a call came through. */
    enum Pass {
        NONE,
        FREE,
        PROBE;

        /** What left before a circuit opened must not end its probing. */
        private boolean countsFor(Circuit circuit) {
            return this == PROBE || circuit.state() != CircuitState.HALF_OPEN;
        }
    }

    /** Ends what time has ended; any node may do it. */
    void endOverride(String name) {
        told(table.change(name, Wish.of(TransitionCause.OVERRIDE_ENDED, null), (circuit, _) -> circuit));
    }

    Circuit decided(String name, Wish wish, java.util.function.BiFunction<Circuit, java.time.Instant, Circuit> rule) {
        copy(name);
        Change change = table.change(name, wish, rule);
        told(change);
        return change.became().circuit();
    }

    Circuit copy(String name) {
        Reading copy = copies.get(name);
        if (copy == null) {
            throw new IllegalArgumentException("There is no circuit " + name);
        }
        return copy.circuit();
    }

    CircuitBreaker breaker(String name) {
        return breakers.computeIfAbsent(name, one -> CircuitBreaker.of(one, DRIVEN));
    }

    private CircuitRules rules(String name) {
        return new CircuitRules(settings.guardOf(name));
    }

    private void told(Change change) {
        mirror(change.became());
    }

    /** Takes a reading over unless a newer one came first: threads read and change side by side. */
    void mirror(Reading reading) {
        Circuit circuit = reading.circuit();
        @Nullable CircuitState before;
        synchronized (copies) {
            Reading known = copies.get(circuit.name());
            if (known != null && known.version() >= reading.version()) {
                return;
            }
            copies.put(circuit.name(), reading);
            before = known == null ? null : known.circuit().state();
            if (before != circuit.state()) {
                drive(circuit);
            }
        }
        if (before != null && before != circuit.state()) {
            events.publishEvent(new CircuitChanged(circuit.name(), before, circuit.state(), circuit.lastError()));
        }
    }

    private void drive(Circuit circuit) {
        CircuitBreaker breaker = breaker(circuit.name());
        switch (circuit.state()) {
            case CLOSED -> breaker.transitionToClosedState();
            case DISABLED -> breaker.transitionToMetricsOnlyState();
            // a probe is let through by the row, not by this node's breaker
            case OPEN, HALF_OPEN, FORCED_OPEN -> breaker.transitionToForcedOpenState();
        }
    }
}
