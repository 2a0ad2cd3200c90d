package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.jobs.ui.CronWords;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.FlowState;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** The flows over HTTP, a row each: how the last run ended, what runs now, when the next one comes, and what one may do. */
final class FlowsTable extends Div {

    private static final List<String> COLUMNS = List.of("flow", "last", "now", "next");

    private static final String CIRCUITS = "circuits";

    private final NativeTable table = new NativeTable();
    private final @Nullable FlowActs acts;

    /** @param acts null for those who only look */
    FlowsTable(@Nullable FlowActs acts) {
        this.acts = acts;
        addClassName("counts");
        table.addClassNames("counts-table", "sync-matrix", "flows-table");
        NativeTableRow head = table.getHead().addRow();
        COLUMNS.forEach(column -> head.addHeaderCell().setText(Texts.t("onec.sync.flows.column." + column)));
        if (acts != null) {
            head.addHeaderCell().setText(Texts.t("onec.sync.flows.column.acts"));
        }
        add(table);
    }

    void show(List<FlowState> flows) {
        table.getBody().removeAllRows();
        flows.forEach(flow -> {
            NativeTableRow line = table.getBody().addRow();
            line.addDataCell().add(flow(flow));
            line.addDataCell().add(last(flow));
            line.addDataCell().add(now(flow.now()));
            line.addDataCell()
                    .add(flow.schedule()
                            .map(FlowsTable::next)
                            .orElseGet(() -> SyncWords.quiet(Texts.t("onec.sync.next.none"))));
            if (acts != null) {
                line.addDataCell().add(buttons(flow, acts));
            }
        });
    }

    private static Component flow(FlowState flow) {
        Span title = new Span(Texts.t(flow.titleKey()));
        title.addClassName("entity");
        if (flow.notClosed().isEmpty()) {
            return title;
        }
        Anchor circuit = new Anchor(CIRCUITS, Texts.t("onec.sync.flows.circuit"));
        Div held = new Div(new StatusBadge(Tone.BAD, VaadinIcon.UNLINK, Texts.t("onec.sync.flows.notClosed")), circuit);
        held.addClassName("in-row");
        return SyncWords.lines(title, held);
    }

    private static Component last(FlowState flow) {
        List<Component> lines = new ArrayList<>();
        flow.lastResult().ifPresent(run -> {
            lines.add(result(run));
            why(flow, run).ifPresent(text -> lines.add(SyncWords.quiet(text)));
        });
        flow.taken().filter(run -> !run.isActive()).ifPresent(run -> {
            Div packet = new Div(
                    SyncWords.quiet(Texts.t("onec.sync.flows.packet")),
                    RunWords.badge(run.state()),
                    RunLink.to(run.id()));
            packet.addClassName("in-row");
            lines.add(packet);
        });
        return lines.isEmpty()
                ? SyncWords.quiet(Texts.t("onec.sync.last.none"))
                : SyncWords.lines(lines.getFirst(), lines.stream().skip(1).toArray(Component[]::new));
    }

    /** What the state alone does not say. */
    private static Optional<String> why(FlowState flow, RunView run) {
        if (run.state() == RunState.FAILED) {
            return Arrays.stream(CallError.values())
                    .filter(error -> error.name().equals(run.errorType()))
                    .findFirst()
                    .map(error -> Texts.word("partners.error", error));
        }
        boolean isUnchanged = run.state() == RunState.COMPLETED
                && run.summary() != null
                && flow.taken().isEmpty()
                && !flow.flow().entities().isEmpty();
        return isUnchanged ? Optional.of(Texts.t("onec.fetched.nothing")) : Optional.empty();
    }

    private static Div result(RunView run) {
        TimeAgo when = new TimeAgo(run.finishedAt());
        when.addClassName("quiet");
        Div row = new Div(RunWords.badge(run.state()), RunLink.to(run.id()), when);
        row.addClassName("in-row");
        return row;
    }

    private static Component now(List<RunView> active) {
        if (active.isEmpty()) {
            Span idle = SyncWords.quiet(Texts.t("onec.sync.idle"));
            idle.addClassName("idle");
            return idle;
        }
        RunView run = active.getFirst();
        Div row = new Div(new StatusBadge(RunWords.tone(run.state()), RunWords.activity(run)), RunLink.to(run.id()));
        row.addClassName("in-row");
        return row;
    }

    private static Component next(Schedule schedule) {
        if (!schedule.paused()) {
            return SyncWords.lines(new TimeAgo(schedule.nextFire()), SyncWords.quiet(CronWords.of(schedule.cron())));
        }
        String why = Texts.t(
                "onec.sync.next.pausedBy",
                Optional.ofNullable(schedule.changedBy()).orElse(""),
                Optional.ofNullable(schedule.pausedReason()).orElse(""));
        return SyncWords.lines(
                new StatusBadge(Tone.WARN, VaadinIcon.PAUSE, Texts.t("onec.sync.flows.paused")), SyncWords.quiet(why));
    }

    private static Component buttons(FlowState flow, FlowActs acts) {
        ExchangeFlow which = flow.flow();
        String title = Texts.t(flow.titleKey());
        Div buttons = new Div(
                button(VaadinIcon.PLAY, "run", title, () -> acts.run(which, title)),
                button(VaadinIcon.EYE, "dry", title, () -> acts.dryRun(which, title)));
        if (!which.entities().isEmpty()) {
            buttons.add(button(VaadinIcon.DOWNLOAD, "full", title, () -> acts.full(which, title)));
        }
        flow.schedule()
                .ifPresent(schedule -> buttons.add(
                        schedule.paused()
                                ? button(VaadinIcon.TIME_FORWARD, "resume", title, () -> acts.resume(which, title))
                                : button(VaadinIcon.PAUSE, "pause", title, () -> acts.pause(which, title))));
        buttons.addClassName("row-actions");
        return buttons;
    }

    private static Button button(VaadinIcon icon, String key, String title, Runnable act) {
        String label = Texts.t("onec.sync.flows." + key + ".label", title);
        Button button = new Button(icon.create(), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }
}
