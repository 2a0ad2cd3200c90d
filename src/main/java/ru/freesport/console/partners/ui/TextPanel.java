package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.PrettyText;
import ru.freesport.console.shared.LineDiff;
import ru.freesport.console.shared.ui.Texts;

/** A text laid out for people or as it is, and what differs from the one before it of its kind. */
final class TextPanel extends Div {

    private enum Look {
        PRETTY,
        RAW,
        DIFFERENCE
    }

    /** The text before, with what to call it. */
    record Earlier(String label, String text) {}

    private final String text;
    private final Supplier<Optional<Earlier>> earlier;
    private final Div looks = new Div();
    private final Div content = new Div();

    /** @param earlier asked only when somebody wants the difference */
    TextPanel(String title, @Nullable String head, String text, Supplier<Optional<Earlier>> earlier) {
        this.text = text;
        this.earlier = earlier;
        addClassName("message-content");
        looks.addClassName("text-looks");
        Div top = new Div(new H2(title), looks);
        top.addClassName("text-head");
        add(top);
        if (head != null && !head.isBlank()) {
            add(pre(head));
        }
        add(content);
        if (!text.isEmpty()) {
            show(PrettyText.of(text).equals(text) ? Look.RAW : Look.PRETTY);
        }
    }

    private void show(Look look) {
        looks.removeAll();
        if (!PrettyText.of(text).equals(text)) {
            looks.add(button(Look.PRETTY, look), button(Look.RAW, look));
        } else {
            looks.add(button(Look.RAW, look));
        }
        looks.add(button(Look.DIFFERENCE, look));
        content.removeAll();
        switch (look) {
            case PRETTY -> content.add(pre(PrettyText.of(text)));
            case RAW -> content.add(pre(text));
            case DIFFERENCE -> difference();
        }
    }

    private Button button(Look look, Look chosen) {
        Button button = new Button(Texts.word("partners.text", look), _ -> show(look));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.addClassName("chip");
        button.setClassName("chip-on", look == chosen);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(look == chosen));
        return button;
    }

    private void difference() {
        Optional<Earlier> before = earlier.get();
        if (before.isEmpty()) {
            content.add(Texts.t("partners.text.noEarlier"));
            return;
        }
        content.add(new Div(Texts.t("partners.text.against", before.get().label())));
        var lines = LineDiff.of(PrettyText.of(before.get().text()), PrettyText.of(text));
        if (lines.isEmpty()) {
            content.add(Texts.t("partners.text.same"));
            return;
        }
        Pre all = new Pre();
        all.addClassName("difference");
        all.getElement().setAttribute("tabindex", "0");
        lines.forEach(line -> all.add(new DifferenceLine(line)));
        content.add(all);
    }

    private static Pre pre(String text) {
        Pre pre = new Pre(text);
        pre.getElement().setAttribute("tabindex", "0");
        return pre;
    }
}
