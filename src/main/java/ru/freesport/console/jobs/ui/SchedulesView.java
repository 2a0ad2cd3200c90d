package ru.freesport.console.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import ru.freesport.console.jobs.RunControl;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.jobs.ScheduleChange;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** What runs by itself and when: the last result and what happens now stand side by side. */
@Route("settings/schedules")
@RolesAllowed({"ADMIN", "OPERATIONS"})
final class SchedulesView extends Main implements HasDynamicTitle {

    private final Schedules schedules;
    private final RunControl control;
    private final Grid<Schedule> grid = new Grid<>();

    SchedulesView(Schedules schedules, RunControl control, LiveUpdates live) {
        this.schedules = schedules;
        this.control = control;
        addClassName("page");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.CLOCK, Texts.t("jobs.schedules.empty"), Texts.t("jobs.schedules.empty.next")));
        column("task", this::task).setFlexGrow(2);
        column("cron", this::plan).setFlexGrow(2);
        column("next", this::next);
        column("last", this::lastResult);
        column("now", this::now);
        column("actions", this::actions).setFlexGrow(0).setWidth("9rem");
        live.follow(this, "run_changed", _ -> refresh());
        live.follow(this, "schedule_changed", _ -> refresh());
        List<Grid.Column<Schedule>> columns = grid.getColumns();
        Grid.Column<Schedule> card = grid.addComponentColumn(this::card).setHeader(getPageTitle());
        NarrowColumns.on(grid, columns, card);
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("jobs.schedules.subtitle")), grid);
        refresh();
    }

    /** What a narrow screen shows instead of columns. */
    private Component card(Schedule schedule) {
        Div state = new Div(next(schedule), lastResult(schedule));
        state.addClassName("order-card-line");
        Div card = new Div(task(schedule), plan(schedule), state, actions(schedule));
        card.addClassName("order-card");
        return card;
    }

    private Grid.Column<Schedule> column(
            String key, com.vaadin.flow.function.SerializableFunction<Schedule, Component> cell) {
        return grid.addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Texts.t("jobs.schedules.column." + key))
                .setAutoWidth(true);
    }

    private void refresh() {
        grid.setItems(schedules.list());
    }

    private Component task(Schedule schedule) {
        return lines(new Span(Texts.t(schedule.titleKey())), quiet(schedule.task()));
    }

    private Component plan(Schedule schedule) {
        Span words = new Span(CronWords.of(schedule.cron()));
        Span changed = schedule.changedBy() == null || schedule.paused()
                ? quiet(schedule.cron())
                : quiet(Texts.t("jobs.schedules.changedBy", schedule.cron(), schedule.changedBy()));
        return lines(words, changed);
    }

    private Component next(Schedule schedule) {
        if (schedule.paused()) {
            return lines(
                    new StatusBadge(Tone.WARN, VaadinIcon.PAUSE, Texts.t("jobs.schedules.paused")),
                    quiet(Texts.t(
                            "jobs.schedules.pausedBy",
                            Optional.ofNullable(schedule.pausedReason()).orElse(""),
                            Optional.ofNullable(schedule.changedBy()).orElse(""))));
        }
        return new TimeAgo(schedule.nextFire());
    }

    private Component lastResult(Schedule schedule) {
        return schedule.lastResult()
                .<Component>map(run -> lines(RunWords.badge(run.state()), new TimeAgo(run.finishedAt())))
                .orElseGet(() -> quiet(Texts.t("jobs.schedules.never")));
    }

    private Component now(Schedule schedule) {
        if (schedule.now().isEmpty()) {
            return quiet(Texts.t("jobs.schedules.idle"));
        }
        RunView run = schedule.now().getFirst();
        return new StatusBadge(RunWords.tone(run.state()), RunWords.activity(run));
    }

    private Component actions(Schedule schedule) {
        Div buttons = new Div(
                button(VaadinIcon.PLAY, "jobs.run", schedule, () -> runNow(schedule)),
                schedule.paused()
                        ? button(VaadinIcon.TIME_FORWARD, "jobs.resume", schedule, () -> resume(schedule))
                        : button(VaadinIcon.PAUSE, "jobs.pause", schedule, () -> pause(schedule)),
                button(VaadinIcon.EDIT, "jobs.cron.edit", schedule, () -> edit(schedule)));
        buttons.addClassName("row-actions");
        return buttons;
    }

    private Button button(VaadinIcon icon, String key, Schedule schedule, Runnable act) {
        String label = Texts.t(key + ".label", Texts.t(schedule.titleKey()));
        Button button = new Button(icon.create(), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void runNow(Schedule schedule) {
        RunRequest request = RunRequest.of(schedule.task(), RunTrigger.MANUAL, Actor.system());
        new ConfirmWithReason(Texts.t("jobs.run.title"), Texts.t("jobs.run.verb"), reason -> {
                    long run = control.start(request.because(reason));
                    Notification.show(Texts.t("jobs.run.done", Long.toString(run)));
                    refresh();
                })
                .subject(Texts.t(schedule.titleKey()))
                .effect(Texts.t("jobs.run.effect"))
                .open();
    }

    private void pause(Schedule schedule) {
        new ConfirmWithReason(
                        Texts.t("jobs.pause.title"),
                        Texts.t("jobs.pause.verb"),
                        reason -> tell(schedules.pause(schedule.task(), reason)))
                .subject(Texts.t(schedule.titleKey()))
                .effect(Texts.t("jobs.pause.effect"))
                .open();
    }

    private void resume(Schedule schedule) {
        new ConfirmWithReason(
                        Texts.t("jobs.resume.title"),
                        Texts.t("jobs.resume.verb"),
                        reason -> tell(schedules.resume(schedule.task(), reason)))
                .subject(Texts.t(schedule.titleKey()))
                .effect(Texts.t("jobs.resume.effect"))
                .open();
    }

    private void edit(Schedule schedule) {
        new CronDialog(schedules, schedule, this::refresh).open();
    }

    private void tell(ScheduleChange change) {
        if (change instanceof ScheduleChange.Refused(var why)) {
            Notification.show(Texts.word("jobs.refused", why));
        }
        refresh();
    }

    private static Component lines(Component first, Component second) {
        Div cell = new Div(first, second);
        cell.addClassName("two-lines");
        return cell;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    @Override
    public String getPageTitle() {
        return Texts.t("jobs.schedules.title");
    }
}
