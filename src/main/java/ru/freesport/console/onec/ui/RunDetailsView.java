package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.jobs.RunControl;
import ru.freesport.console.jobs.RunEvent;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.ExchangeFlows;
import ru.freesport.console.onec.Findings;
import ru.freesport.console.onec.HeldPacket;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.onec.RowRetries;
import ru.freesport.console.onec.RunCounts;
import ru.freesport.console.onec.RunFiles;
import ru.freesport.console.onec.UntakenRows;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** One run: what it does, what it did, what it could not take and why, and who wanted it. */
@Route("sync/runs")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "VIEWER"})
final class RunDetailsView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final Runs runs;
    private final RunControl control;
    private final RunCounts counts;
    private final RunFiles files;
    private final UntakenRows untaken;
    private final RowRetries retries;
    private final HoldParts hold;
    private final boolean mayAct;
    private final boolean mayTakeOut;

    private final PageHeader header = new PageHeader("");
    private final Div messages = new Div();
    private final RunBar bar = new RunBar();
    private final H2 countsTitle = new H2();
    private final CountsTable table = new CountsTable();
    private final FetchedPanel fetched;
    private final Section done = new Section();
    private final RunFacts facts = new RunFacts();
    private final FileList fileList = new FileList();
    private final Timeline timeline = new Timeline();
    private @Nullable UntakenPanel panel;
    private long runId;
    private long untakenRows;
    private @Nullable RunState shown;

    RunDetailsView(
            Runs runs,
            RunControl control,
            RunCounts counts,
            RunFiles files,
            UntakenRows untaken,
            RowRetries retries,
            HeldPackets held,
            Findings findings,
            PullImports imports,
            ExchangeFlows flows,
            CurrentUser person,
            LiveUpdates live) {
        this.runs = runs;
        this.control = control;
        this.counts = counts;
        this.files = files;
        this.untaken = untaken;
        this.retries = retries;
        this.hold = new HoldParts(held, findings, person, () -> runs.find(runId).ifPresent(this::show));
        this.fetched = new FetchedPanel(imports, flows);
        this.mayAct = person.hasAny(Role.ADMIN, Role.OPERATIONS);
        this.mayTakeOut = person.hasAny(Role.ADMIN, Role.OPERATIONS, Role.SUPPORT);
        addClassNames("page", "run-page");
        live.follow(this, "run_changed", this::changed);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        RunView run = number(parameter)
                .flatMap(runs::find)
                .orElseThrow(() -> new NotFoundException(Texts.t("onec.run.notFound", parameter)));
        if (run.id() != runId) {
            runId = run.id();
            shown = null;
            layOut();
        }
        show(run);
    }

    private void layOut() {
        removeAll();
        panel = new UntakenPanel(runId, untaken, retries, mayAct, mayTakeOut);
        done.removeAll();
        done.add(countsTitle, table);
        done.addClassName("run-section");
        Div main = new Div(fetched, done, panel);
        hold.findings(runId).ifPresent(main::addComponentAsFirst);
        main.addClassName("run-main");
        Aside side = new Aside(
                facts, new H2(Texts.t("onec.run.files")), fileList, new H2(Texts.t("onec.run.timeline")), timeline);
        side.addClassName("run-side");
        Div columns = new Div(main, side);
        columns.addClassName("run-columns");
        messages.addClassName("run-messages");
        add(header, messages, bar, columns);
    }

    private void changed(Set<String> ids) {
        if (ids.isEmpty() || ids.contains(Long.toString(runId))) {
            runs.find(runId).ifPresent(this::show);
        } else if (panel != null && untakenRows > 0) {
            // another run may have taken rows of this one
            panel.refresh();
        }
    }

    private void show(RunView run) {
        Map<String, KindCounts> counted = counts.of(run.id());
        table.show(counted);
        done.setVisible(!fetched.show(run));
        bar.show(run);
        facts.show(run, runs.titleKey(run.task()));
        List<RunEvent> events = runs.events(run.id());
        timeline.show(events.reversed().stream().map(RunWords::entry).toList());
        fileList.show(files.of(run.id()));
        Optional<HeldPacket> packet = hold.of(run);
        countsTitle.setText(Texts.t(packet.isEmpty() ? "onec.run.counts" : "onec.run.counts.held"));
        showHeader(run, counted, packet);
        long now = counted.values().stream()
                .mapToLong(count -> count.held() + count.parked() + count.rejected())
                .sum();
        if (panel != null) {
            if (now != untakenRows || run.state() != shown) {
                panel.refresh();
            }
            panel.setVisible(packet.isEmpty() && (now > 0 || run.isActive()));
        }
        untakenRows = now;
        shown = run.state();
    }

    private void showHeader(RunView run, Map<String, KindCounts> counted, Optional<HeldPacket> packet) {
        header.title(getPageTitle());
        List<Component> badges = new ArrayList<>();
        badges.add(RunWords.badge(run.state()));
        if (run.dryRun()) {
            badges.add(new StatusBadge(Tone.INFO, VaadinIcon.EYE, Texts.t("onec.run.dry")));
        }
        header.status(badges.toArray(Component[]::new));
        header.subtitle(subtitle(run));
        if (run.state() != shown) {
            header.clearActions();
            actions(run, packet);
        }
        messages.removeAll();
        hold.notice(run, packet).ifPresent(messages::add);
        if (run.dryRun() && !run.isActive()) {
            messages.add(RunMessage.of(Tone.INFO, Texts.t("onec.run.dry.result", SyncWords.dryResult(counted))));
        }
        if (run.state() == RunState.FAILED) {
            messages.add(RunMessage.failure(run));
        }
        if (run.cancelRequested() && run.isActive()) {
            messages.add(RunMessage.of(Tone.WARN, Texts.t("onec.run.cancelling")));
        }
    }

    private String subtitle(RunView run) {
        List<String> parts = new ArrayList<>();
        parts.add(Texts.t(runs.titleKey(run.task())));
        Optional.ofNullable(run.subject()).filter(text -> !text.isBlank()).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private void actions(RunView run, Optional<HeldPacket> packet) {
        packet.ifPresent(found -> hold.offer(header, found));
        if (!mayAct) {
            return;
        }
        if (run.isActive()) {
            Button cancel = new Button(Texts.t("onec.run.cancel"), VaadinIcon.STOP.create(), _ -> cancel(run));
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.action(cancel);
        } else if (run.state().isFinal() && packet.isEmpty()) {
            header.action(new Button(Texts.t("onec.run.again"), VaadinIcon.REFRESH.create(), _ -> again(run)));
        }
    }

    private void cancel(RunView run) {
        new ConfirmWithReason(Texts.t("onec.run.cancel.title"), Texts.t("onec.run.cancel"), reason -> {
                    control.cancel(run.id(), reason);
                    runs.find(runId).ifPresent(this::show);
                })
                .subject(getPageTitle())
                .effect(Texts.t("onec.run.cancel.effect"))
                .danger()
                .open();
    }

    private void again(RunView run) {
        new ConfirmWithReason(
                        Texts.t("onec.run.again.title"),
                        Texts.t("onec.run.again"),
                        reason ->
                                getUI().ifPresent(ui -> ui.navigate(RunLink.address(control.rerun(run.id(), reason)))))
                .subject(getPageTitle())
                .effect(Texts.t(run.dryRun() ? "onec.run.again.effect.dry" : "onec.run.again.effect"))
                .open();
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("onec.run.number", Long.toString(runId));
    }
}
