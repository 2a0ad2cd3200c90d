package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.compare.Strategy;
import ru.freesport.console.customers.conflicts.ConflictField;
import ru.freesport.console.customers.conflicts.FieldDecision;
import ru.freesport.console.customers.conflicts.Sourced;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** One field of a conflict: shop, what was agreed, 1C, and the result, which alone can be edited. */
final class FieldReview extends Div {

    private final ConflictField field;
    private final Div cells = new Div();
    private final TextField result = new TextField();
    private final Div fates = new Div();
    private final List<Side> sides;
    private final @Nullable Button both;
    private final Runnable changed;
    private @Nullable Choice choice;

    /** A value that can be chosen. */
    private record Side(Choice choice, Button button) {}

    /** @param changed called after the person has chosen or typed */
    FieldReview(ConflictField field, boolean mayDecide, Runnable changed) {
        this.field = field;
        this.changed = changed;
        this.sides = List.of(
                side(Choice.SHOP, field.shop(), "1", mayDecide),
                side(Choice.BASE, field.base(), "2", mayDecide),
                side(Choice.ONEC, field.onec(), "3", mayDecide));
        this.both = field.field().isContact() && mayDecide && hasTwo() ? bothButton() : null;

        String name = Texts.word("customers.field", field.field());
        result.setAriaLabel(Texts.t("customers.conflict.resultOf", name));
        result.setPlaceholder(Texts.t("customers.conflict.choose"));
        result.setMaxLength(CustomerField.LONGEST);
        result.setReadOnly(!mayDecide);
        result.addClassName("field-result");
        result.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed(change.getValue());
            }
        });
        cells.addClassName("field-cells");
        sides.forEach(side -> cells.add(side.button));
        Div last = new Div(result);
        if (both != null) {
            last.add(both);
        }
        last.addClassName("field-last");
        cells.add(last);
        fates.addClassName("field-fates");
        addClassName("field-review");
        add(head(name), cells, evidence(), fates);
        if (field.choice() != null) {
            choice = field.choice();
            result.setValue(Optional.ofNullable(field.result()).orElse(""));
        }
        show();
    }

    CustomerField field() {
        return field.field();
    }

    ConflictField shown() {
        return field;
    }

    /** Marks the row that the keys work on. */
    void current(boolean isCurrent) {
        setClassName("field-current", isCurrent);
        if (isCurrent) {
            getElement().setAttribute("aria-current", "true");
            getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    void choose(Choice chosen) {
        String value = value(chosen);
        if (value == null && chosen != Choice.BOTH) {
            return;
        }
        choice = chosen;
        result.setValue(value == null ? "" : value);
        result.setInvalid(false);
        show();
        changed.run();
    }

    /** Shows somebody's choice without asking anybody. */
    void restore(FieldDecision decision) {
        choice = decision.choice();
        result.setValue(Optional.ofNullable(decision.value())
                .or(() -> Optional.ofNullable(value(decision.choice())))
                .orElse(""));
        show();
    }

    Optional<FieldDecision> decision() {
        return Optional.ofNullable(choice)
                .map(chosen -> chosen == Choice.TYPED
                        ? FieldDecision.typed(field.field(), result.getValue().strip())
                        : FieldDecision.of(field.field(), chosen));
    }

    boolean isAgainstSuggestion() {
        return choice != null && field.isAgainstSuggestion(result.getValue().strip());
    }

    boolean needsSecondPerson() {
        return choice != null && field.needsSecondPerson(result.getValue().strip());
    }

    void refused(String why) {
        result.setErrorMessage(why);
        result.setInvalid(true);
        result.focus();
    }

    private void typed(String text) {
        choice = text.isBlank() ? null : Choice.TYPED;
        result.setInvalid(false);
        show();
        changed.run();
    }

    private Div head(String name) {
        Div head = new Div(new H3(name));
        head.addClassName("field-head");
        if (field.suggestion() != null) {
            head.add(new StatusBadge(
                    Tone.INFO,
                    Texts.t("customers.conflict.suggests", Texts.word("customers.choice", field.suggestion()), why())));
        }
        if (field.field().needsSecondPerson()) {
            Span second = new Span(Texts.t("customers.conflict.needsSecond"));
            second.addClassName("quiet");
            head.add(second);
        }
        return head;
    }

    private String why() {
        return field.rule() != null
                ? Texts.word("customers.rule", field.rule())
                : Texts.word(
                        "customers.strategy", field.strategy() == null ? Strategy.MANUAL_REVIEW : field.strategy());
    }

    private Side side(Choice of, Sourced value, String key, boolean mayDecide) {
        Span text = new Span(ConflictWords.shown(value.value()));
        text.addClassName("side-value");
        Span name = new Span(Texts.word("customers.side", of));
        name.addClassName("side-name");
        Span source = new Span(source(value));
        source.addClassName("side-source");
        Div body = new Div(name, text, source);
        body.addClassName("side-body");
        Button button = new Button(body, _ -> choose(of));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassName("side");
        button.setEnabled(mayDecide && value.value() != null);
        button.getElement().setAttribute("data-choice", of.name());
        button.setTooltipText(mayDecide && value.value() != null ? Texts.t("customers.conflict.key", key) : "");
        return new Side(of, button);
    }

    private Button bothButton() {
        Button button = new Button(Texts.t("customers.conflict.both"), _ -> choose(Choice.BOTH));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private boolean hasTwo() {
        return field.shop().value() != null && field.onec().value() != null;
    }

    private static String source(Sourced value) {
        if (value.value() == null) {
            return "";
        }
        String from = value.source() == null
                ? ""
                : value.source().startsWith("run:")
                        ? Texts.t("customers.source.run", value.source().substring("run:".length()))
                        : Texts.t("customers.source." + value.source());
        return Stream.of(
                        value.at() == null ? "" : Formats.absolute(value.at()),
                        from,
                        Optional.ofNullable(value.by()).orElse(""))
                .filter(part -> !part.isEmpty())
                .distinct()
                .reduce((first, second) -> first + " · " + second)
                .orElse("");
    }

    private UnorderedList evidence() {
        UnorderedList list = new UnorderedList();
        list.addClassName("field-evidence");
        field.evidence().forEach(one -> list.add(new ListItem(Texts.t(one.key()))));
        list.setVisible(list.getComponentCount() > 0);
        return list;
    }

    private @Nullable String value(Choice chosen) {
        return switch (chosen) {
            case SHOP -> field.shop().value();
            case BASE -> field.base().value();
            case ONEC -> field.onec().value();
            case BOTH -> field.shop().value() + ", " + field.onec().value();
            case TYPED -> null;
        };
    }

    private void show() {
        for (Side side : sides) {
            boolean isChosen = choice == side.choice;
            side.button.setClassName("side-chosen", isChosen);
            side.button.getElement().setAttribute("aria-pressed", Boolean.toString(isChosen));
        }
        if (both != null) {
            both.setClassName("chip-on", choice == Choice.BOTH);
            both.getElement().setAttribute("aria-pressed", Boolean.toString(choice == Choice.BOTH));
        }
        fates.removeAll();
        if (choice != null) {
            field.fates(choice).forEach(fate -> fates.add(new Span(Texts.word("customers.fate", fate))));
        }
    }
}
