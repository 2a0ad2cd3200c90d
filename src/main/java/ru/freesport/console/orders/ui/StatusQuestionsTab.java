package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.StatusQuestions;
import ru.freesport.console.orders.statuses.UnknownWord;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** Words that nobody has explained, and documents that name two orders; each with its answers as buttons. */
final class StatusQuestionsTab extends Div {

    private final StatusActs acts;
    private final long version;

    StatusQuestionsTab(StatusQuestions questions, long version, StatusActs acts, boolean mayMap, boolean mayDecide) {
        this.acts = acts;
        this.version = version;
        addClassName("status-questions");
        List<UnknownWord> words = questions.words();
        List<IdentityDispute> disputes = questions.disputes();
        words.forEach(word -> add(question(word, mayMap)));
        disputes.forEach(dispute -> add(question(dispute, mayDecide)));
        if (words.isEmpty() && disputes.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.CHECK_CIRCLE_O,
                    Texts.t("orders.statuses.nothingAsked"),
                    Texts.t("orders.statuses.nothingAskedHint")));
        }
    }

    private Component question(UnknownWord word, boolean mayMap) {
        Div about = new Div(
                new Span(Texts.plural("orders.statuses.word.parts", word.parts())),
                new TimeAgo(Texts.t("orders.statuses.word.first"), word.firstAt()),
                new Anchor("orders/" + word.somePart(), Texts.t("orders.statuses.word.some", word.somePart())));
        Div answers = new Div();
        if (mayMap) {
            for (OrderStatus status : OrderStatus.values()) {
                answers.add(button(Texts.word("orders.status", status), () -> acts.explain(word, status, version)));
            }
            answers.add(button(Texts.t("orders.statuses.ignore"), () -> acts.explain(word, null, version)));
        }
        return question(Texts.t("orders.statuses.word", word.word()), about, answers);
    }

    private Component question(IdentityDispute dispute, boolean mayDecide) {
        Div about = new Div(
                new Span(Texts.t("orders.statuses.dispute.number")),
                new CopyChip(dispute.number()),
                order(dispute.orderByNumber()),
                new Span(Texts.t("orders.statuses.dispute.id")),
                new CopyChip(dispute.onecKey()),
                dispute.orderById() == null
                        ? new Span(Texts.t("orders.statuses.dispute.nobody"))
                        : order(dispute.orderById()),
                new TimeAgo(Texts.t("orders.statuses.word.first"), dispute.firstAt()));
        if (dispute.messageId() != null) {
            about.add(new Anchor("messages/" + dispute.messageId(), Texts.t("orders.statuses.message")));
        }
        Div answers = new Div();
        if (mayDecide) {
            for (IdentityDispute.Decision decision : IdentityDispute.Decision.values()) {
                if (decision != IdentityDispute.Decision.BY_ID || dispute.orderById() != null) {
                    answers.add(button(
                            Texts.word("orders.statuses.decision", decision), () -> acts.decide(dispute, decision)));
                }
            }
        }
        String title = dispute.word() == null
                ? Texts.t("orders.statuses.disputeSilent")
                : Texts.t("orders.statuses.dispute", dispute.word());
        return question(title, about, answers);
    }

    private static Component order(String number) {
        return new Anchor("orders/" + number, Texts.t("orders.order.title", number));
    }

    private static Component question(String title, Div about, Div answers) {
        Icon icon = VaadinIcon.QUESTION_CIRCLE_O.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(title);
        name.addClassName("question-title");
        about.addClassNames("question-about", "quiet");
        answers.addClassName("question-answers");
        Div words = new Div(name, about, answers);
        words.addClassName("question-words");
        Div question = new Div(icon, words);
        question.addClassNames("question", "status-question");
        return question;
    }

    private static Button button(String text, Runnable act) {
        Button button = new Button(text, _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
