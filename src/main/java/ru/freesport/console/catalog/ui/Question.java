package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Texts;

/** One open question of the inbox: what 1C sent that nobody knows, what waits for the answer, and the answers. */
final class Question extends Div {

    private final Div answers = new Div();

    Question(String title, String onecId, @Nullable Long held) {
        Icon icon = VaadinIcon.QUESTION_CIRCLE_O.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(title);
        name.addClassName("question-title");
        Span waiting = Facts.quiet(
                held == null || held == 0
                        ? Texts.t("catalog.mappings.nothingHeld")
                        : Texts.plural("catalog.mappings.held", held));
        Div what = new Div(name, new CopyChip(onecId));
        what.addClassName("question-what");
        Div words = new Div(what, waiting);
        words.addClassName("question-words");
        answers.addClassName("question-answers");
        addClassName("question");
        add(icon, words, answers);
    }

    Question answer(Component answer) {
        answers.add(answer);
        return this;
    }

    Question button(String text, boolean suggested, Runnable act) {
        Button button = new Button(text, _ -> act.run());
        button.setDisableOnClick(false);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (suggested) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return answer(button);
    }
}
