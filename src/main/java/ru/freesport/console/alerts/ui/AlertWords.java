package ru.freesport.console.alerts.ui;

import org.springframework.stereotype.Component;
import ru.freesport.console.alerts.Alert;
import ru.freesport.console.alerts.AlertEvent;
import ru.freesport.console.alerts.AlertRule;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** Alerts in the words of the screen. */
@Component
class AlertWords {

    private final Circuits circuits;

    AlertWords(Circuits circuits) {
        this.circuits = circuits;
    }

    /** What is wrong with what: a circuit is told by what people call it. */
    String subject(Alert alert) {
        String[] parts = alert.subject().split(" ", 2);
        String name = switch (alert.rule()) {
            case FILES_STUCK, ORDERS_UNCONFIRMED -> Texts.t("alerts.subject.orders");
            case UNKNOWN_STATUS -> Texts.t("alerts.subject.word", alert.subject());
            default -> circuits.titleKeyOf(parts[0]).map(key -> Texts.t(key)).orElse(parts[0]);
        };
        return alert.rule() == AlertRule.UNREADABLE_ANSWER && parts.length == 2 ? name + " · " + parts[1] : name;
    }

    static String title(Alert alert) {
        return Texts.word("alerts.rule", alert.rule());
    }

    static String meaning(Alert alert) {
        return Texts.t("alerts.rule." + alert.rule() + ".meaning");
    }

    /** What the console has done already and what a person does next. */
    static String recovery(Alert alert) {
        return Texts.t("alerts.rule." + alert.rule() + ".recovery");
    }

    static StatusBadge severity(Alert alert) {
        return new StatusBadge(
                alert.rule().severity() == AlertRule.Severity.CRITICAL ? Tone.BAD : Tone.WARN,
                Texts.word("alerts.severity", alert.rule().severity()));
    }

    static StatusBadge state(Alert alert) {
        if (!alert.isOpen()) {
            return new StatusBadge(Tone.GOOD, Texts.t("alerts.state.resolved"));
        }
        if (alert.muted() != null) {
            return new StatusBadge(
                    Tone.QUIET,
                    Texts.t("alerts.state.muted", Formats.absolute(alert.muted().until())));
        }
        return alert.owner() == null
                ? new StatusBadge(Tone.BAD, Texts.t("alerts.state.open"))
                : new StatusBadge(Tone.BUSY, Texts.t("alerts.state.owned", alert.owner()));
    }

    static Timeline.Entry entry(AlertEvent event) {
        Tone tone = switch (event.kind()) {
            case RAISED, WORSENED -> Tone.BAD;
            case TAKEN, TAKEN_OVER, RELEASED -> Tone.INFO;
            case MUTED, UNMUTED -> Tone.QUIET;
            case RESOLVED -> Tone.GOOD;
        };
        boolean isSystem = event.actor().kind() == Actor.Kind.SYSTEM;
        String key = event.kind() == AlertEvent.Kind.RESOLVED && isSystem
                ? "alerts.event.GONE"
                : event.kind() == AlertEvent.Kind.UNMUTED && isSystem
                        ? "alerts.event.MUTE_ENDED"
                        : "alerts.event." + event.kind();
        return new Timeline.Entry(
                event.at(), tone, Texts.t(key), isSystem ? null : event.actor().name(), event.detail(), null);
    }
}
