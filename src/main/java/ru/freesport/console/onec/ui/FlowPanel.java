package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.SyncFlow;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** The flow as a whole: how the last exchange ended, what happens now, what comes next; three different things. */
final class FlowPanel extends Div {

    private final Div last = new Div();
    private final Div now = new Div();
    private final Div next = new Div();

    FlowPanel() {
        addClassName("flow-panel");
        add(part("onec.sync.last", last), part("onec.sync.now", now), part("onec.sync.next", next));
    }

    void show(SyncFlow flow) {
        fill(last, last(flow.lastResult()));
        now(flow.now());
        fill(next, next(flow));
    }

    private static Div part(String titleKey, Div content) {
        Span title = SyncWords.quiet(Texts.t(titleKey));
        content.addClassName("flow-content");
        Div part = new Div(title, content);
        part.addClassName("flow-part");
        return part;
    }

    private static Component last(Optional<RunView> run) {
        return run.<Component>map(found -> SyncWords.lines(
                        RunWords.badge(found.state()), row(RunLink.to(found.id()), new TimeAgo(found.finishedAt()))))
                .orElseGet(() -> new Span(Texts.t("onec.sync.last.none")));
    }

    private void now(List<RunView> active) {
        now.removeAll();
        if (active.isEmpty()) {
            now.add(new Span(Texts.t("onec.sync.now.idle")));
        }
        active.forEach(run -> {
            RunBar bar = new RunBar();
            bar.show(run);
            now.add(row(RunLink.to(run.id()), RunWords.badge(run.state())), bar);
        });
    }

    private static Component next(SyncFlow flow) {
        if (flow.inbox().isBlank()) {
            return new Span(Texts.t("onec.sync.inbox.none"));
        }
        Span folder = SyncWords.quiet(Texts.t("onec.sync.inbox", flow.inbox()));
        return SyncWords.lines(flow.schedule().map(FlowPanel::next).orElseGet(FlowPanel::never), folder);
    }

    private static Component next(Schedule schedule) {
        if (!schedule.paused()) {
            return new TimeAgo(schedule.nextFire());
        }
        String why = Texts.t(
                "onec.sync.next.pausedBy",
                Optional.ofNullable(schedule.changedBy()).orElse(""),
                Optional.ofNullable(schedule.pausedReason()).orElse(""));
        return SyncWords.lines(
                new StatusBadge(Tone.WARN, VaadinIcon.PAUSE, Texts.t("onec.sync.next.paused")), SyncWords.quiet(why));
    }

    private static Component never() {
        return new Span(Texts.t("onec.sync.next.none"));
    }

    private static Component row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("in-row");
        return row;
    }

    private static void fill(Div place, Component content) {
        place.removeAll();
        place.add(content);
    }
}
