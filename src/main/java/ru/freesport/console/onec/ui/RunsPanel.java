package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ru.freesport.console.jobs.RunFilter;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.SyncOverview;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;
import ru.freesport.console.shared.ui.ViewState;

/** The runs of the exchange, newest first; a row opens its page. */
final class RunsPanel extends Section {

    private static final String ACTIVE = "active";
    private static final String HELD = "held";
    private static final String FAILED = "failed";
    private static final String REJECTS = "rejects";
    private static final String TRIGGER = "trigger";
    private static final String TASK = "task";

    private final Grid<RunView> grid = new Grid<>();
    private final KeysetItems<RunView> items;
    private final FilterBar bar = new FilterBar(Texts.t("onec.sync.runs.filter"));
    private final Runs runs;
    private RunFilter filter = new RunFilter(SyncOverview.TASKS, Set.of(), triggers(ViewState.EMPTY), null);

    RunsPanel(Runs runs) {
        this.runs = runs;
        this.items = new KeysetItems<>(RunView::id, (after, limit) -> this.runs.recent(filter, after, limit));
        bar.quick(ACTIVE, Texts.t("onec.sync.runs.quick.active"));
        bar.quick(HELD, Texts.t("onec.sync.runs.quick.held"));
        bar.quick(FAILED, Texts.t("onec.sync.runs.quick.failed"));
        bar.quick(REJECTS, Texts.t("onec.sync.runs.quick.rejects"));
        bar.choice(TRIGGER, Texts.t("onec.sync.runs.trigger"), triggers());
        bar.choice(TASK, Texts.t("onec.sync.runs.task"), tasks());
        bar.onChange(this::show);
        grid.addClassName("runs-grid");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        List<Grid.Column<RunView>> columns = List.of(
                column("number", run -> RunLink.to(run.id()), "7.5rem", 0),
                column("state", RunsPanel::state, "15rem", 0),
                column("what", this::what, "13rem", 2),
                column("who", RunsPanel::who, "12rem", 2),
                column("when", run -> new TimeAgo(run.queuedAt()), "8rem", 0),
                column("took", RunsPanel::took, "6.5rem", 0).setTextAlign(ColumnTextAlign.END),
                column("rows", RunsPanel::rows, "6rem", 0).setTextAlign(ColumnTextAlign.END));
        Grid.Column<RunView> card = grid.addComponentColumn(this::card).setHeader(Texts.t("onec.sync.runs"));
        NarrowColumns.on(grid, columns, card);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.EXCHANGE, Texts.t("onec.sync.runs.empty"), Texts.t("onec.sync.runs.empty.next")));
        grid.addItemClickListener(click -> grid.getUI()
                .ifPresent(ui -> ui.navigate(RunLink.address(click.getItem().id()))));
        grid.setItems(items);
        addClassName("run-section");
        add(new H2(Texts.t("onec.sync.runs")), bar, grid);
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private Grid.Column<RunView> column(
            String key,
            com.vaadin.flow.function.SerializableFunction<RunView, Component> cell,
            String width,
            int grow) {
        return grid.addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Texts.t("onec.sync.runs.column." + key))
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private static Component state(RunView run) {
        if (!run.dryRun()) {
            return RunWords.badge(run.state());
        }
        return SyncWords.lines(
                RunWords.badge(run.state()), new StatusBadge(Tone.INFO, VaadinIcon.EYE, Texts.t("onec.run.dry")));
    }

    private Component what(RunView run) {
        Span task = new Span(Texts.t(runs.titleKey(run.task())));
        return run.subject() == null || run.subject().isBlank()
                ? task
                : SyncWords.lines(task, SyncWords.quiet(run.subject()));
    }

    private static Component who(RunView run) {
        Span who = new Span(RunWords.trigger(run) + " · " + RunWords.actor(run.actor()));
        return run.reason() == null ? who : SyncWords.lines(who, SyncWords.quiet(run.reason()));
    }

    private Component card(RunView run) {
        Div head = new Div(RunLink.to(run.id()), new TimeAgo(run.queuedAt()));
        head.addClassName("in-row");
        return SyncWords.lines(head, state(run), what(run), who(run));
    }

    private static Component took(RunView run) {
        return number(run.startedAt() == null ? "" : Formats.duration(run.elapsed()));
    }

    private static Component rows(RunView run) {
        return number(run.rowsDone() == 0 ? "" : Formats.number(run.rowsDone()));
    }

    private static Component number(String text) {
        Div cell = new Div(text);
        cell.addClassName("number");
        return cell;
    }

    private void show(ViewState state) {
        Set<RunState> states = EnumSet.noneOf(RunState.class);
        if (state.quick(ACTIVE)) {
            states.addAll(EnumSet.of(RunState.QUEUED, RunState.RUNNING, RunState.HELD));
        }
        if (state.quick(HELD)) {
            states.add(RunState.HELD);
        }
        if (state.quick(FAILED)) {
            states.add(RunState.FAILED);
        }
        if (state.quick(REJECTS)) {
            states.add(RunState.COMPLETED_WITH_REJECTS);
        }
        Set<String> tasks = state.one(TASK)
                .filter(SyncOverview.TASKS::contains)
                .map(Set::of)
                .orElse(SyncOverview.TASKS);
        filter = new RunFilter(
                tasks,
                states,
                state.one(TRIGGER).flatMap(RunsPanel::trigger).map(Set::of).orElse(triggers(state)),
                state.search());
        items.forget();
        refresh();
    }

    /** What the clock starts every few seconds would drown the rest; it shows when somebody asks for it. */
    private static Set<RunTrigger> triggers(ViewState state) {
        return state.isEmpty() ? EnumSet.complementOf(EnumSet.of(RunTrigger.SCHEDULE)) : Set.of();
    }

    private static Optional<RunTrigger> trigger(String name) {
        return Arrays.stream(RunTrigger.values())
                .filter(trigger -> trigger.name().equals(name))
                .findFirst();
    }

    private static Map<String, String> triggers() {
        Map<String, String> words = new LinkedHashMap<>();
        for (RunTrigger trigger : RunTrigger.values()) {
            words.put(trigger.name(), Texts.word("jobs.trigger", trigger));
        }
        return words;
    }

    private Map<String, String> tasks() {
        return SyncOverview.TASKS.stream()
                .sorted()
                .collect(Collectors.toMap(
                        task -> task, task -> Texts.t(runs.titleKey(task)), (one, _) -> one, LinkedHashMap::new));
    }
}
