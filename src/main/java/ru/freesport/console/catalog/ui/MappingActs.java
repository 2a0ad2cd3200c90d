package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.function.Function;
import ru.freesport.console.catalog.MappingChange;
import ru.freesport.console.catalog.MappingOutcome;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.Texts;

/** Carries out decisions about mappings and tells how each ended: done and what follows, or who was faster. */
final class MappingActs {

    private static final int LONG_ENOUGH = 8000;

    private final Runnable refresh;

    MappingActs(Runnable refresh) {
        this.refresh = refresh;
    }

    /**
     * @param wish what the person wants, in words, to be held against what somebody else did
     * @param decision takes the reason
     */
    void decide(String wish, String reason, Function<String, MappingOutcome> decision) {
        MappingOutcome outcome = decision.apply(reason);
        refresh.run();
        switch (outcome) {
            case MappingOutcome.Done done -> done(done);
            case MappingOutcome.Unchanged _ -> say(new Span(Texts.t("catalog.mappings.unchanged")), false);
            case MappingOutcome.Refused refused ->
                say(new Span(Texts.word("catalog.mappings.refused", refused.why())), true);
            case MappingOutcome.Clash clash -> clash(wish, clash);
        }
    }

    /** Asks for a reason first. */
    void ask(
            String title,
            String subject,
            String effect,
            String verb,
            String wish,
            Function<String, MappingOutcome> act) {
        new ConfirmWithReason(title, verb, reason -> decide(wish, reason, act))
                .subject(subject)
                .effect(effect)
                .open();
    }

    private static void done(MappingOutcome.Done done) {
        if (done.runId() == null) {
            say(new Span(Texts.t("catalog.mappings.done")), false);
            return;
        }
        Anchor run = new Anchor(
                "sync/runs/" + done.runId(), Texts.t("catalog.mappings.retried", Long.toString(done.runId())));
        say(new Div(new Span(Texts.t("catalog.mappings.done") + " "), run), false);
    }

    private static void say(com.vaadin.flow.component.Component words, boolean bad) {
        Notification notice = new Notification(words);
        notice.setDuration(LONG_ENOUGH);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.addThemeVariants(bad ? NotificationVariant.LUMO_ERROR : NotificationVariant.LUMO_SUCCESS);
        notice.open();
    }

    /** The table already shows theirs; what the person wanted is said beside it and stays theirs to repeat. */
    private static void clash(String wish, MappingOutcome.Clash clash) {
        MappingChange theirs = clash.theirs();
        KeyValueList both = new KeyValueList()
                .fact(
                        theirs == null
                                ? Texts.t("catalog.mappings.clash.onec")
                                : Texts.t(
                                        "catalog.mappings.clash.theirs",
                                        theirs.actor().name(),
                                        Formats.absolute(theirs.at())),
                        theirs == null ? Texts.t("catalog.mappings.clash.see") : MappingWords.fromTo(theirs))
                .fact(Texts.t("catalog.mappings.clash.yours"), wish);
        Dialog dialog =
                new Dialog(Texts.t("catalog.mappings.clash"), new Span(Texts.t("catalog.mappings.clash.text")), both);
        Button close = new Button(Texts.t("catalog.mappings.clash.close"), _ -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.open();
    }
}
