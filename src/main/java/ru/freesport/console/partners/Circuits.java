package ru.freesport.console.partners;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.partners.CircuitTable.Wish;
import ru.freesport.console.shared.Actor;

/** The circuits as people see and hold them; one state for all nodes, which survives every restart. */
@Service
public class Circuits {

    /** No override lasts longer. */
    public static final Duration LONGEST_OVERRIDE = Duration.ofHours(24);

    static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";
    static final String MAY_HOLD = "hasAnyRole('ADMIN', 'OPERATIONS')";

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_REASON = 500;

    private final CircuitNode node;
    private final CircuitTable table;
    private final CallFigures figures;
    private final PartnersSettings settings;
    private final CurrentUser currentUser;
    private final AuditLog audit;

    Circuits(
            CircuitNode node,
            CircuitTable table,
            CallFigures figures,
            PartnersSettings settings,
            CurrentUser currentUser,
            AuditLog audit) {
        this.node = node;
        this.table = table;
        this.figures = figures;
        this.settings = settings;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** Every circuit as it is in the database now, by name. */
    @PreAuthorize(MAY_LOOK)
    public List<Circuit> list() {
        Instant now = table.now();
        return table.all().stream()
                .map(CircuitTable.Reading::circuit)
                .filter(circuit -> node.known().containsKey(circuit.name()))
                .map(circuit -> CircuitRules.at(circuit, now))
                .toList();
    }

    @PreAuthorize(MAY_LOOK)
    public Optional<Circuit> find(String name) {
        return list().stream().filter(circuit -> circuit.name().equals(name)).findFirst();
    }

    /** Held by a person until a time that is long past: nothing ended it. */
    @PreAuthorize(MAY_LOOK)
    public List<Circuit> overdue(Duration grace) {
        Instant before = table.now().minus(grace);
        return table.all().stream()
                .map(CircuitTable.Reading::circuit)
                .filter(circuit ->
                        circuit.override() != null && circuit.override().until().isBefore(before))
                .toList();
    }

    /** This node's copy, for work that asks before it begins; costs no query. */
    public boolean letsCallsPass(String name) {
        return node.copy(name).state().letsCallsPass();
    }

    /** How many circuits are not closed; costs no query. */
    public long notClosed() {
        return node.known().keySet().stream()
                .filter(name -> node.copy(name).state() != CircuitState.CLOSED)
                .count();
    }

    /** What people call the endpoint. */
    public String titleKey(String name) {
        return definition(name).titleKey();
    }

    /** What happens to its work while it is open. */
    public String effectKey(String name) {
        return definition(name).effectKey();
    }

    /** Of every circuit there is, in their order. */
    public List<String> names() {
        return node.known().keySet().stream().sorted().toList();
    }

    /** Empty for what is no circuit, or none any more. */
    public Optional<String> titleKeyOf(String name) {
        return Optional.ofNullable(node.known().get(name)).map(CircuitDefinition::titleKey);
    }

    /** What is held by a person now; costs no query. */
    public List<Circuit> overridden() {
        return copies(circuit -> circuit.override() != null);
    }

    /** What opened by itself and is not closed again; costs no query. */
    public List<Circuit> tripped() {
        return copies(circuit -> circuit.state() == CircuitState.OPEN || circuit.state() == CircuitState.HALF_OPEN);
    }

    private List<Circuit> copies(Predicate<Circuit> wanted) {
        return node.known().keySet().stream()
                .map(node::copy)
                .filter(wanted)
                .sorted(Comparator.comparing(Circuit::name))
                .toList();
    }

    /** Every circuit with its figures, for the screen. */
    @PreAuthorize(MAY_LOOK)
    public List<CircuitCard> cards() {
        Map<String, CallFigures.Figures> hours = figures.lastHour();
        Map<String, List<CircuitTransition>> trips =
                table.trips(DAY).stream().collect(Collectors.groupingBy(CircuitTransition::circuit));
        Map<String, LastFailure> failures = figures.lastFailures();
        return list().stream()
                .map(circuit -> card(
                        circuit,
                        Optional.ofNullable(hours.get(circuit.name())),
                        trips.getOrDefault(circuit.name(), List.of()),
                        Optional.ofNullable(failures.get(circuit.name()))))
                .toList();
    }

    private CircuitCard card(
            Circuit circuit,
            Optional<CallFigures.Figures> hour,
            List<CircuitTransition> trips,
            Optional<LastFailure> lastFailure) {
        CircuitDefinition definition = definition(circuit.name());
        PartnersSettings.Guard guard = settings.guardOf(circuit.name());
        return new CircuitCard(
                circuit,
                definition.titleKey(),
                definition.effectKey(),
                definition.protocol(),
                guard.failures(),
                guard.open(),
                guard.requestTimeout(),
                hour.map(CallFigures.Figures::p50),
                hour.map(CallFigures.Figures::p95),
                hour.map(CallFigures.Figures::calls).orElse(0L),
                trips,
                lastFailure,
                definition.probe() != null);
    }

    private CircuitDefinition definition(String name) {
        return Objects.requireNonNull(node.known().get(name));
    }

    /** The newest changes first. */
    @PreAuthorize(MAY_LOOK)
    public List<CircuitTransition> history(String name, int most) {
        return table.history(name, most);
    }

    /**
     * Holds a circuit open: no call passes until then.
     *
     * @param length between a second and {@link #LONGEST_OVERRIDE}
     * @throws IllegalArgumentException for an unknown circuit, another length, or a reason that is blank or over 500 characters
     */
    @PreAuthorize(MAY_HOLD)
    public Circuit open(String name, String reason, Duration length) {
        return force(name, CircuitState.FORCED_OPEN, reason, length);
    }

    /** Holds a circuit closed: calls pass until then whatever happens; else as {@link #open}. */
    @PreAuthorize(MAY_HOLD)
    public Circuit close(String name, String reason, Duration length) {
        return force(name, CircuitState.DISABLED, reason, length);
    }

    /** Ends an override or an open state at once: closed, with nothing counted; else as {@link #open}. */
    @PreAuthorize(MAY_HOLD)
    public Circuit reset(String name, String reason) {
        return decide(name, "reset", reason, CircuitRules::reset);
    }

    /** Lets the probe of an open circuit go within a second instead of at its time; else as {@link #open}. */
    @PreAuthorize(MAY_HOLD)
    public Circuit probe(String name, String reason) {
        CircuitDefinition definition = node.known().get(name);
        if (definition == null || definition.probe() == null) {
            throw new IllegalArgumentException("There is no probe of " + name);
        }
        return decide(name, "probed", reason, CircuitRules::dueNow);
    }

    private Circuit force(String name, CircuitState state, String reason, Duration length) {
        Actor actor = currentUser.actor();
        String action = state == CircuitState.FORCED_OPEN ? "opened" : "closed";
        return decide(
                name,
                action,
                reason,
                (circuit, now) -> CircuitRules.forced(
                        circuit,
                        state,
                        new Circuit.Override(actor.name(), reason.strip(), CircuitRules.overrideEnd(now, length)),
                        now));
    }

    private Circuit decide(String name, String action, String reason, BiFunction<Circuit, Instant, Circuit> rule) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason is needed, at most " + LONGEST_REASON + " characters");
        }
        Circuit was = node.copy(name);
        Circuit became =
                node.decided(name, new Wish(TransitionCause.OPERATOR, currentUser.actor(), reason.strip(), null), rule);
        audit.record(
                currentUser.actor(),
                "partners.circuit." + action,
                "circuit:" + name,
                was.state().name(),
                became.state().name(),
                reason.strip());
        return became;
    }
}
