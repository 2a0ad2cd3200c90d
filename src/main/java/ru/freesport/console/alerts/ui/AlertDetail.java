package ru.freesport.console.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import ru.freesport.console.alerts.Alert;
import ru.freesport.console.alerts.AlertEvent;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Timeline;

/** One alert: what it means, what to do, how often it was seen, who sees to it, and everything that happened to it. */
final class AlertDetail extends Div {

    private final Alert alert;
    private final AlertActs acts;

    AlertDetail(Alert alert, List<AlertEvent> events, AlertWords words, AlertActs acts, Runnable close) {
        this.alert = alert;
        this.acts = acts;
        addClassName("alert-detail");
        Div recovery = new Div(new H2(Texts.t("alerts.recovery")), new Paragraph(AlertWords.recovery(alert)));
        recovery.addClassName("alert-recovery");
        add(header(words, close), new Paragraph(AlertWords.meaning(alert)), recovery, facts());
        add(new H2(Texts.t("alerts.timeline")));
        add(new Timeline().show(events.stream().map(AlertWords::entry).toList()));
    }

    private Component header(AlertWords words, Runnable close) {
        PageHeader header = new PageHeader(AlertWords.title(alert))
                .subtitle(words.subject(alert))
                .status(AlertWords.severity(alert), AlertWords.state(alert));
        if (acts.mayAct() && alert.isOpen()) {
            if (acts.isMine(alert)) {
                header.primary(new Button(Texts.t("alerts.act.resolve"), _ -> acts.resolve(alert)));
                header.action(new Button(Texts.t("alerts.act.release"), _ -> acts.release(alert)));
            } else {
                String take = alert.owner() == null ? "alerts.act.take" : "alerts.act.takeOver";
                header.primary(new Button(Texts.t(take), _ -> acts.take(alert)));
                header.action(new Button(Texts.t("alerts.act.resolve"), _ -> acts.resolve(alert)));
            }
            if (alert.muted() == null) {
                header.more(Texts.t("alerts.act.mute"), () -> acts.mute(alert));
            } else {
                header.more(Texts.t("alerts.act.unmute"), () -> acts.unmute(alert));
            }
        }
        Button shut = new Button(VaadinIcon.CLOSE.create(), _ -> close.run());
        shut.setAriaLabel(Texts.t("shared.close"));
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        Div head = new Div(header, shut);
        head.addClassName("message-detail-head");
        return head;
    }

    private Component facts() {
        KeyValueList facts = new KeyValueList()
                .fact(Texts.t("alerts.seen"), Texts.plural("alerts.times", alert.seen()))
                .fact(Texts.t("alerts.first"), new TimeAgo(alert.firstSeen()))
                .fact(Texts.t("alerts.last"), new TimeAgo(alert.lastSeen()))
                .fact(Texts.t("alerts.owner"), alert.owner());
        if (alert.muted() != null) {
            facts.fact(
                    Texts.t("alerts.muted"),
                    Texts.t(
                            "alerts.mutedBy",
                            alert.muted().by(),
                            Formats.absolute(alert.muted().until()),
                            alert.muted().reason()));
        }
        if (alert.end() != null) {
            facts.fact(
                    Texts.t("alerts.ended"),
                    alert.end().isGone()
                            ? Texts.t(
                                    "alerts.endedGone",
                                    Formats.absolute(alert.end().at()))
                            : Texts.t(
                                    "alerts.endedBy",
                                    alert.end().by(),
                                    Formats.absolute(alert.end().at()),
                                    alert.end().reason()));
        }
        facts.fact(Texts.t("alerts.detail"), alert.detail());
        facts.fact(Texts.t("alerts.place"), new Anchor(alert.link(), Texts.t("alerts.open")));
        if (alert.call() != null) {
            facts.fact(
                    Texts.t("alerts.call"),
                    new Anchor("messages/call-" + alert.call(), Texts.t("alerts.callNumber", alert.call())));
        }
        return facts;
    }
}
