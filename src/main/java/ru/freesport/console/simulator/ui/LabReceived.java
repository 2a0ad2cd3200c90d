package ru.freesport.console.simulator.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;
import ru.freesport.console.simulator.LabEntry;
import ru.freesport.console.simulator.SimulatedSystem;

/** What the simulated systems received, newest first. */
final class LabReceived extends Section {

    private static final int SHOWN = 100;

    private record Line(SimulatedSystem system, LabEntry entry) {}

    private final List<SimulatedSystem> systems;
    private final Grid<Line> grid = new Grid<>();
    private List<LabEntry> shown = List.of();

    LabReceived(List<SimulatedSystem> systems) {
        this.systems = systems;
        addClassName("lab-section");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(line -> new TimeAgo(line.entry().at()))
                .setHeader(Texts.t("simulator.entry.at"))
                .setAutoWidth(true);
        grid.addColumn(line -> Texts.t("simulator.system." + line.system().name()))
                .setHeader(Texts.t("simulator.entry.system"))
                .setAutoWidth(true);
        grid.addColumn(line -> line.entry().operation())
                .setHeader(Texts.t("simulator.entry.operation"))
                .setAutoWidth(true);
        grid.addColumn(line -> Optional.ofNullable(line.entry().key()).orElse(""))
                .setHeader(Texts.t("simulator.entry.key"))
                .setFlexGrow(1);
        grid.addComponentColumn(
                        line -> StatusBadge.of("simulator.outcome", line.entry().outcome(), tone(line.entry())))
                .setHeader(Texts.t("simulator.entry.outcome"))
                .setAutoWidth(true);
        grid.addColumn(line -> Optional.ofNullable(line.entry().id()).orElse(""))
                .setHeader(Texts.t("simulator.entry.id"))
                .setAutoWidth(true);
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.INBOX, Texts.t("simulator.entry.none"), Texts.t("simulator.entry.noneNext")));
        add(new H2(Texts.t("simulator.entry.title")), grid);
    }

    void refresh() {
        List<Line> lines = systems.stream()
                .flatMap(LabReceived::lines)
                .sorted(Comparator.comparing((Line line) -> line.entry().at()).reversed())
                .limit(SHOWN)
                .toList();
        List<LabEntry> now = lines.stream().map(Line::entry).toList();
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(lines);
        }
    }

    private static Stream<Line> lines(SimulatedSystem system) {
        List<LabEntry> entries = system.journal().entries();
        return entries.subList(Math.max(0, entries.size() - SHOWN), entries.size()).stream()
                .map(entry -> new Line(system, entry));
    }

    private static Tone tone(LabEntry entry) {
        return switch (entry.outcome()) {
            case COMMITTED -> Tone.GOOD;
            case REFUSED -> Tone.QUIET;
            case LOST -> Tone.BAD;
        };
    }
}
