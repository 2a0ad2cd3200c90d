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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CircuitTable.Change;
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
    private final Map<String, Circuit> copies = new ConcurrentHashMap<>();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    CircuitNode(
            CircuitTable table,
            PartnersSettings settings,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            List<CircuitDefinition> definitions,
            ChannelListener listener) {
        this.table = table;
        this.settings = settings;
        this.events = events;
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
                        () -> copies.get(definition.name()).state().letsCallsPass() ? 0 : 1)
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
    boolean admits(String name) {
        if (copy(name).state().letsCallsPass() && breaker(name).tryAcquirePermission()) {
            return true;
        }
        boolean[] admitted = new boolean[1];
        told(table.change(name, Wish.of(TransitionCause.PROBE_SENT, null), (circuit, now) -> {
            var after = rules(name).admit(circuit, now);
            admitted[0] = after.isPresent();
            return after.orElse(circuit);
        }));
        return admitted[0];
    }

    void answered(String name, long nanos) {
        breaker(name).onSuccess(nanos, TimeUnit.NANOSECONDS);
        Circuit copy = copy(name);
        if (copy.failures() > 0 || !copy.state().letsCallsPass()) {
            told(table.change(name, Wish.of(TransitionCause.PROBE_SUCCEEDED, null), rules(name)::answered));
        }
    }

    /** An answer that refuses: it shows that the other side is there, and no more. */
    void judged(String name, long nanos) {
        breaker(name).onSuccess(nanos, TimeUnit.NANOSECONDS);
        if (!copy(name).state().letsCallsPass()) {
            told(table.change(name, Wish.of(TransitionCause.PROBE_SUCCEEDED, null), rules(name)::answered));
        }
    }

    void failed(String name, long nanos, CallFailure failure) {
        breaker(name).onError(nanos, TimeUnit.NANOSECONDS, failure);
        TransitionCause cause =
                copy(name).state() == CircuitState.HALF_OPEN ? TransitionCause.PROBE_FAILED : TransitionCause.FAILURES;
        told(table.change(
                name,
                Wish.of(cause, failure.error()),
                (circuit, now) -> rules(name).failed(circuit, now, failure.error(), failure.text())));
    }

    /** Ends what time has ended; any node may do it. */
    void endOverride(String name) {
        told(table.change(name, Wish.of(TransitionCause.OVERRIDE_ENDED, null), (circuit, _) -> circuit));
    }

    Circuit decided(String name, Wish wish, java.util.function.BiFunction<Circuit, java.time.Instant, Circuit> rule) {
        copy(name);
        Change change = table.change(name, wish, rule);
        told(change);
        return change.became();
    }

    Circuit copy(String name) {
        Circuit copy = copies.get(name);
        if (copy == null) {
            throw new IllegalArgumentException("There is no circuit " + name);
        }
        return copy;
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

    private void mirror(Circuit circuit) {
        Circuit before = copies.put(circuit.name(), circuit);
        if (before == null || before.state() != circuit.state()) {
            CircuitBreaker breaker = breaker(circuit.name());
            switch (circuit.state()) {
                case CLOSED -> breaker.transitionToClosedState();
                case DISABLED -> breaker.transitionToMetricsOnlyState();
                // a probe is let through by the row, not by this node's breaker
                case OPEN, HALF_OPEN, FORCED_OPEN -> breaker.transitionToForcedOpenState();
            }
        }
        if (before != null && before.state() != circuit.state()) {
            events.publishEvent(
                    new CircuitChanged(circuit.name(), before.state(), circuit.state(), circuit.lastError()));
        }
    }
}
