package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.StatusMap;
import ru.freesport.console.orders.statuses.StatusMapOutcome;
import ru.freesport.console.orders.statuses.StatusMaps;
import ru.freesport.console.orders.statuses.StatusQuestions;
import ru.freesport.console.orders.statuses.UnknownWord;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** Carries out what people say of 1C's words and documents, and tells how it ended: done and what follows, or who was faster. */
final class StatusActs {

    private static final int LONG_ENOUGH = 8000;

    private final StatusMaps maps;
    private final StatusQuestions questions;
    private final Runnable changed;

    StatusActs(StatusMaps maps, StatusQuestions questions, Runnable changed) {
        this.maps = maps;
        this.questions = questions;
        this.changed = changed;
    }

    /** One click, but for a status that no order comes back from. */
    void explain(UnknownWord word, @Nullable OrderStatus status, long version) {
        if (status == null || !status.isTerminal()) {
            tell(maps.say(word.word(), status, version, ""));
            return;
        }
        new ConfirmWithReason(
                        Texts.t("orders.statuses.final.title"),
                        Texts.t("orders.statuses.final.verb"),
                        reason -> tell(maps.say(word.word(), status, version, reason)))
                .subject(meaning(word.word(), status))
                .effect(Texts.plural("orders.statuses.final.effect", word.parts()))
                .reasonOptional()
                .danger()
                .open();
    }

    /** A word of the map gets another meaning, or a new word one. */
    void say(String word, @Nullable OrderStatus status, @Nullable String before, long version) {
        if (before == null) {
            tell(maps.say(word, status, version, ""));
            return;
        }
        new ConfirmWithReason(
                        Texts.t("orders.statuses.change.title"),
                        Texts.t("orders.statuses.change.verb"),
                        reason -> tell(maps.say(word, status, version, reason)))
                .subject(Texts.t("orders.statuses.change.subject", word, before, words(status)))
                .effect(Texts.t("orders.statuses.change.effect"))
                .open();
    }

    void forget(StatusMap.Word word, long version) {
        new ConfirmWithReason(
                        Texts.t("orders.statuses.forget.title"),
                        Texts.t("orders.statuses.forget.verb"),
                        reason -> tell(maps.forget(word.word(), version, reason)))
                .subject(meaning(word.word(), word.status()))
                .effect(Texts.t("orders.statuses.forget.effect"))
                .danger()
                .open();
    }

    void restore(StatusMap version, long seen) {
        new ConfirmWithReason(
                        Texts.t("orders.statuses.restore.title"),
                        Texts.t("orders.statuses.restore.verb"),
                        reason -> tell(maps.restore(version.version(), seen, reason)))
                .subject(Texts.t("orders.statuses.restore.subject", version.version(), Formats.absolute(version.at())))
                .effect(Texts.t("orders.statuses.restore.effect"))
                .open();
    }

    void decide(IdentityDispute dispute, IdentityDispute.Decision decision) {
        new ConfirmWithReason(
                        Texts.t("orders.statuses.decide.title"),
                        Texts.word("orders.statuses.decision", decision),
                        reason -> {
                            boolean done = questions
                                    .decide(dispute.id(), decision, reason)
                                    .isPresent();
                            say(new Span(Texts.t(done ? "orders.statuses.decided" : "orders.statuses.late")), !done);
                            changed.run();
                        })
                .subject(dispute.number() + " / " + dispute.onecKey())
                .effect(Texts.word("orders.statuses.decide.effect", decision))
                .open();
    }

    static String words(@Nullable OrderStatus status) {
        return status == null ? Texts.t("orders.statuses.nothing") : Texts.word("orders.status", status);
    }

    private static String meaning(String word, @Nullable OrderStatus status) {
        return Texts.t("orders.statuses.meaning", word, words(status));
    }

    private void tell(StatusMapOutcome outcome) {
        changed.run();
        switch (outcome) {
            case StatusMapOutcome.Done(long _, Long run)
            when run != null ->
                say(
                        new Div(
                                new Span(Texts.t("orders.statuses.saved") + " "),
                                new Anchor("sync/runs/" + run, Texts.t("orders.statuses.retried", run))),
                        false);
            case StatusMapOutcome.Done _ -> say(new Span(Texts.t("orders.statuses.saved")), false);
            case StatusMapOutcome.Unchanged _ -> say(new Span(Texts.t("orders.statuses.unchanged")), false);
            case StatusMapOutcome.Refused refused ->
                say(new Span(Texts.word("orders.statuses.refused", refused.why())), true);
            case StatusMapOutcome.Clash(StatusMap theirs) ->
                say(
                        new Span(Texts.t(
                                "orders.statuses.clash",
                                OrderWords.actor(theirs.actor()),
                                Formats.absolute(theirs.at()))),
                        true);
        }
    }

    private static void say(com.vaadin.flow.component.Component words, boolean isBad) {
        Notification notice = new Notification(words);
        notice.setDuration(LONG_ENOUGH);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.addThemeVariants(isBad ? NotificationVariant.LUMO_ERROR : NotificationVariant.LUMO_SUCCESS);
        notice.open();
    }
}
