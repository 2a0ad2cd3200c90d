package ru.freesport.console.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.CallFailed;
import ru.freesport.console.partners.CallJournal;
import ru.freesport.console.partners.Circuit;
import ru.freesport.console.partners.CircuitChanged;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;

/** What goes wrong between us and outside systems. */
@Component
class PartnerAlerts implements AlertWatch {

    /** The keeper of the circuits looks every second. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private final AlertBook book;
    private final Circuits circuits;
    private final CallJournal journal;

    PartnerAlerts(AlertBook book, Circuits circuits, CallJournal journal) {
        this.book = book;
        this.circuits = circuits;
        this.journal = journal;
    }

    @Override
    public Set<AlertRule> rules() {
        return Set.of(
                AlertRule.AUTHENTICATION_FAILED,
                AlertRule.SYSTEM_UNAVAILABLE,
                AlertRule.UNREADABLE_ANSWER,
                AlertRule.OVERRIDE_OVERDUE);
    }

    @EventListener
    void failed(CallFailed call) {
        AlertRule rule = switch (call.error()) {
            case AUTHENTICATION_FAILED -> AlertRule.AUTHENTICATION_FAILED;
            case SYSTEM_UNAVAILABLE -> AlertRule.SYSTEM_UNAVAILABLE;
            case DATA_FORMAT_ERROR -> AlertRule.UNREADABLE_ANSWER;
            // counted by the circuit; understood and refused; waits by itself
            case CONNECTION_TIMEOUT, BUSINESS_LOGIC_ERROR, RATE_LIMITED -> null;
        };
        if (rule == null) {
            return;
        }
        // a wrong word spoils one operation, the rest one endpoint
        String subject = rule == AlertRule.UNREADABLE_ANSWER ? call.circuit() + " " + call.operation() : call.circuit();
        String link = rule == AlertRule.UNREADABLE_ANSWER ? "messages/call-" + call.callId() : page(call.circuit());
        book.raise(new Cause(rule, subject, "call-" + call.callId(), call.text(), link, call.callId()));
    }

    /** Heard on every node; the moment of the change makes it one. */
    @EventListener
    void changed(CircuitChanged change) {
        if (change.became() == CircuitState.OPEN && change.was() == CircuitState.CLOSED) {
            RunAs.system(() -> circuits.find(change.circuit()).ifPresent(this::opened));
        } else if (change.became() == CircuitState.CLOSED) {
            book.settle(AlertRule.SYSTEM_UNAVAILABLE, change.circuit(), null);
        }
    }

    private void opened(Circuit circuit) {
        if (circuit.state() == CircuitState.OPEN) {
            book.worsen(new Cause(
                    AlertRule.SYSTEM_UNAVAILABLE,
                    circuit.name(),
                    "open-" + circuit.changedAt(),
                    circuit.lastFailure(),
                    page(circuit.name()),
                    null));
        }
    }

    @Override
    public List<Cause> look() {
        return circuits.overdue(OVERDUE).stream()
                .map(circuit -> new Cause(
                        AlertRule.OVERRIDE_OVERDUE,
                        circuit.name(),
                        "override-"
                                + Optional.ofNullable(circuit.override())
                                        .map(Circuit.Override::until)
                                        .orElse(circuit.changedAt()),
                        null,
                        page(circuit.name()),
                        null))
                .toList();
    }

    @Override
    public boolean isOver(Alert alert) {
        return switch (alert.rule()) {
            case OVERRIDE_OVERDUE ->
                circuits.overdue(OVERDUE).stream()
                        .noneMatch(circuit -> circuit.name().equals(alert.subject()));
            case SYSTEM_UNAVAILABLE ->
                hasAnswered(alert, null)
                        && circuits.find(alert.subject())
                                .filter(circuit -> circuit.state() == CircuitState.OPEN
                                        || circuit.state() == CircuitState.HALF_OPEN)
                                .isEmpty();
            case UNREADABLE_ANSWER -> {
                String[] parts = alert.subject().split(" ", 2);
                yield parts.length == 2 && journal.hasAnswered(parts[0], parts[1], alert.lastSeen());
            }
            default -> hasAnswered(alert, null);
        };
    }

    private boolean hasAnswered(Alert alert, @Nullable String operation) {
        return journal.hasAnswered(alert.subject(), operation, alert.lastSeen());
    }

    private static String page(String circuit) {
        return "circuits/" + circuit;
    }
}
