package ru.freesport.console.simulator.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.SimulatedSystem;

/** One simulated system: how it is, and a button for each way it can fail. */
final class SystemCard extends Section {

    private static final List<Integer> COUNTS = List.of(Faults.UNTIL_DELETED, 1, 5, 20);

    private final SimulatedSystem system;
    private final Div state = new Div();
    private final Map<FaultMode, Button> buttons = new EnumMap<>(FaultMode.class);
    private final Select<Integer> count = new Select<>();
    private Map<FaultMode, Integer> shown = Map.of();

    SystemCard(SimulatedSystem system) {
        this.system = system;
        addClassName("lab-card");
        count.setItems(COUNTS);
        count.setValue(Faults.UNTIL_DELETED);
        count.setItemLabelGenerator(SystemCard::times);
        count.setAriaLabel(Texts.t("simulator.lab.count"));
        Div modes = new Div();
        modes.addClassName("lab-faults");
        for (FaultMode mode : system.faults().known()) {
            Button button = new Button(Texts.word("simulator.fault", mode), _ -> toggle(mode));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            button.addClassName("chip");
            button.setTooltipText(Texts.t("simulator.fault.hint." + mode.name()));
            buttons.put(mode, button);
            modes.add(button);
        }
        Div head = new Div(new H2(Texts.t("simulator.system." + system.name())), state);
        head.addClassName("lab-card-head");
        add(head, new Paragraph(Texts.t("simulator.system.about." + system.name())), modes, count);
        state();
    }

    void refresh() {
        Map<FaultMode, Integer> now = system.faults().all();
        if (!now.equals(shown)) {
            shown = now;
            state();
        }
    }

    private void toggle(FaultMode mode) {
        if (system.faults().isOn(mode)) {
            system.faults().off(mode);
        } else {
            system.faults().on(mode, count.getValue());
        }
        refresh();
    }

    private void state() {
        state.removeAll();
        if (shown.isEmpty()) {
            state.add(new StatusBadge(Tone.GOOD, Texts.t("simulator.lab.works")));
        }
        shown.forEach((mode, left) -> state.add(new StatusBadge(
                Tone.BAD,
                left == Faults.UNTIL_DELETED
                        ? Texts.word("simulator.fault", mode)
                        : Texts.t("simulator.lab.left", Texts.word("simulator.fault", mode), left))));
        buttons.forEach((mode, button) -> {
            button.getElement().setAttribute("aria-pressed", Boolean.toString(shown.containsKey(mode)));
            button.setClassName("chip-on", shown.containsKey(mode));
        });
    }

    private static String times(Integer count) {
        return count == null || count == Faults.UNTIL_DELETED
                ? Texts.t("simulator.lab.untilOff")
                : Texts.plural("simulator.lab.requests", count);
    }
}
