package ru.freesport.console.alerts.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.freesport.console.alerts.Alert;
import ru.freesport.console.alerts.Alerts;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Texts;

/** What a person does about an alert; whoever comes second is told so. */
final class AlertActs {

    private static final Map<String, Duration> LENGTHS = lengths();

    private final Alerts alerts;
    private final AlertWords words;
    private final Runnable changed;

    AlertActs(Alerts alerts, AlertWords words, Runnable changed) {
        this.alerts = alerts;
        this.words = words;
        this.changed = changed;
    }

    boolean mayAct() {
        return alerts.mayAct();
    }

    boolean isMine(Alert alert) {
        return alerts.me().equals(alert.owner());
    }

    void take(Alert alert) {
        String owner = alert.owner();
        if (owner == null) {
            told(alerts.take(alert.id()));
        } else {
            ask(alert, "takeOver", reason -> alerts.takeOver(alert.id(), owner, reason))
                    .effect(Texts.t("alerts.act.takeOver.effect", owner))
                    .open();
        }
    }

    void release(Alert alert) {
        told(alerts.release(alert.id()));
    }

    void mute(Alert alert) {
        Select<String> length = new Select<>();
        length.setLabel(Texts.t("alerts.act.mute.length"));
        length.setItems(LENGTHS.keySet());
        length.setValue("1h");
        length.setItemLabelGenerator(one -> Texts.t("alerts.length." + one));
        length.setWidthFull();
        ask(alert, "mute", reason -> alerts.mute(alert.id(), LENGTHS.get(length.getValue()), reason))
                .effect(Texts.t("alerts.act.mute.effect"))
                .choice(length)
                .open();
    }

    void unmute(Alert alert) {
        told(alerts.unmute(alert.id()));
    }

    void resolve(Alert alert) {
        ask(alert, "resolve", reason -> alerts.resolve(alert.id(), reason))
                .effect(Texts.t("alerts.act.resolve.effect"))
                .open();
    }

    private ConfirmWithReason ask(Alert alert, String act, Act done) {
        String key = "alerts.act." + act;
        return new ConfirmWithReason(Texts.t(key + ".title"), Texts.t(key), reason -> told(done.with(reason)))
                .subject(AlertWords.title(alert) + " · " + words.subject(alert));
    }

    private void told(boolean isDone) {
        if (!isDone) {
            Notification.show(Texts.t("alerts.act.late"));
        }
        changed.run();
    }

    @FunctionalInterface
    private interface Act {
        boolean with(String reason);
    }

    private static Map<String, Duration> lengths() {
        Map<String, Duration> lengths = new LinkedHashMap<>();
        lengths.put("30m", Duration.ofMinutes(30));
        lengths.put("1h", Duration.ofHours(1));
        lengths.put("4h", Duration.ofHours(4));
        lengths.put("1d", Duration.ofDays(1));
        lengths.put("7d", Alerts.LONGEST_MUTE);
        return lengths;
    }
}
