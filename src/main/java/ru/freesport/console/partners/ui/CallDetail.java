package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ru.freesport.console.partners.CallEntry;
import ru.freesport.console.partners.CallJournal;
import ru.freesport.console.partners.CallReplay;
import ru.freesport.console.partners.CallReplays;
import ru.freesport.console.partners.JournalLine;
import ru.freesport.console.partners.LastFailure;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** One attempt of a call: how it ended, what it belongs to, what was said both ways, and making it again. */
final class CallDetail extends Div {

    private static final int ATTEMPTS = 50;

    private final CallEntry call;
    private final CallJournal journal;
    private final CallReplays replays;
    private final UnaryOperator<String> title;

    CallDetail(CallEntry call, CallJournal journal, CallReplays replays, UnaryOperator<String> title, Runnable close) {
        this.call = call;
        this.journal = journal;
        this.replays = replays;
        this.title = title;
        addClassName("message-detail");
        add(header(close));
        if (call.error() != null) {
            add(new RunbookCard(new LastFailure(call.id(), call.error(), call.failure(), call.startedAt())));
        }
        add(facts());
        journal.traffic(call.id()).ifPresent(traffic -> add(new TrafficPanel(call, traffic, journal)));
    }

    private Component header(Runnable close) {
        PageHeader header = new PageHeader(call.operation())
                .subtitle(Texts.t("partners.call.number", call.id()))
                .status(MessageWords.direction(call.direction()), MessageWords.result(call.result()));
        Button shut = new Button(VaadinIcon.CLOSE.create(), _ -> close.run());
        shut.setAriaLabel(Texts.t("shared.close"));
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        if (replays.mayReplay(call)) {
            header.primary(new Button(Texts.t("partners.message.dryReplay"), _ -> ask(true)));
            header.action(new Button(Texts.t("partners.message.replay"), _ -> ask(false)));
        }
        Div head = new Div(header, shut);
        head.addClassName("message-detail-head");
        return head;
    }

    private Component facts() {
        KeyValueList facts = new KeyValueList()
                .fact(Texts.t("partners.messages.at"), Formats.absolute(call.startedAt()))
                .fact(Texts.t("partners.messages.door"), title.apply(call.circuit()))
                .fact(Texts.t("partners.messages.actor"), MessageWords.actor(call.actor()))
                .fact(
                        Texts.t("partners.call.duration"),
                        call.duration() == null ? null : Formats.duration(call.duration()));
        Optional.ofNullable(call.httpStatus())
                .ifPresent(status -> facts.fact(Texts.t("partners.call.status"), Integer.toString(status)));
        facts.fact(Texts.t("partners.messages.attempt"), attempts());
        facts.fact(
                Texts.t("partners.call.trace"),
                row(
                        new CopyChip(call.correlationId()),
                        new Anchor("messages?q=" + call.correlationId(), Texts.t("partners.call.story"))));
        if (call.idempotencyKey() != null) {
            facts.fact(Texts.t("partners.call.key"), new CopyChip(call.idempotencyKey()));
        }
        if (call.message() != null) {
            facts.fact(
                    Texts.t("partners.messages.file"),
                    new Anchor("messages/" + call.message(), Texts.t("partners.message.number", call.message())));
        }
        if (call.replayOf() != null) {
            facts.fact(Texts.t("partners.call.replayOf"), link(call.replayOf()));
        }
        return facts;
    }

    /** Every attempt under the same key, this one without a link. */
    private Component attempts() {
        List<Component> all = new ArrayList<>();
        for (CallEntry other : journal.attempts(call, ATTEMPTS)) {
            String text = Texts.t("partners.call.attempt", other.attempt(), other.id());
            all.add(
                    other.id() == call.id()
                            ? new Span(text)
                            : new Anchor(MessageWords.address(JournalLine.Kind.CALL, other.id()), text));
        }
        return row(all.toArray(Component[]::new));
    }

    private static Anchor link(long id) {
        return new Anchor(MessageWords.address(JournalLine.Kind.CALL, id), Texts.t("partners.call.number", id));
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("message-runs");
        return row;
    }

    private void ask(boolean dryRun) {
        CallReplay.Outlook outlook = replays.outlook(call);
        String key = dryRun ? "partners.call.dryReplay" : "partners.call.replay";
        if (!outlook.hasWork()) {
            Notification.show(Texts.t("partners.call.nothing", outlook.done(), outlook.elsewhere()));
            return;
        }
        String warning = dryRun ? "" : " " + Texts.plural("partners.call.pending", outlook.pending());
        String elsewhere =
                outlook.elsewhere() == 0 ? "" : " " + Texts.plural("partners.call.elsewhere", outlook.elsewhere());
        new ConfirmWithReason(
                        Texts.t(key + ".title"),
                        Texts.t(dryRun ? "partners.message.dryReplay" : "partners.message.replay"),
                        reason -> UI.getCurrent().navigate("sync/runs/" + replays.replay(call.id(), dryRun, reason)))
                .subject(Texts.t("partners.call.subject", call.operation(), call.id()))
                .effect(Texts.t(key + ".effect") + warning + elsewhere)
                .open();
    }
}
