package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxVariant;
import java.util.List;
import ru.freesport.console.catalog.Choice;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.ViewState;

/** One of many values to filter by, found by typing; a tree shows its depth. The address keeps the choice. */
final class ChoiceBox extends ComboBox<Choice> {

    private static final String INDENT = "\u2003";

    private final String parameter;
    private final List<Choice> choices;

    ChoiceBox(String label, String parameter, List<Choice> choices) {
        this.parameter = parameter;
        this.choices = choices;
        setPlaceholder(label);
        setAriaLabel(label);
        setClearButtonVisible(true);
        addThemeVariants(ComboBoxVariant.LUMO_SMALL);
        addClassName("choice-box");
        setItems(
                (choice, typed) -> choice.name().toLowerCase(getLocale()).contains(typed.toLowerCase(getLocale())),
                choices);
        setItemLabelGenerator(choice -> INDENT.repeat(choice.depth()) + choice.name());
        getElement().getStyle().set("--vaadin-combo-box-overlay-width", "24rem");
    }

    void join(FilterBar bar) {
        bar.addComponentAtIndex(1, this);
        bar.onChange(this::show);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                bar.go(bar.state()
                        .with(
                                parameter,
                                change.getValue() == null
                                        ? ""
                                        : change.getValue().id()));
            }
        });
    }

    private void show(ViewState state) {
        String id = state.one(parameter).orElse("");
        setValue(choices.stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElse(null));
    }
}
