package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.database.TemporaryFolders;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.jobs.ScheduleChange;
import ru.freesport.console.jobs.Schedules;
import ru.freesport.console.onec.CatalogUploads;
import ru.freesport.console.onec.ExchangeFlows;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.SyncFlow;
import ru.freesport.console.onec.SyncOverview;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** The exchange with 1C at a glance: what came, whether it is fresh, what runs now, what comes next. */
@Route("sync")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "VIEWER"})
final class SyncView extends Main implements HasDynamicTitle {

    private final SyncOverview overview;
    private final CatalogUploads uploads;
    private final Schedules schedules;
    private final TemporaryFolders folders;
    private final boolean mayAct;
    private final PageHeader header = new PageHeader(getPageTitle());
    private final ExchangeFlows exchange;
    private final FlowsTable flows;
    private final FlowPanel flow = new FlowPanel();
    private final SyncMatrix matrix = new SyncMatrix();
    private final HeldPanel held;
    private final RunsPanel runs;
    private boolean paused;
    private com.vaadin.flow.component.contextmenu.@org.jspecify.annotations.Nullable MenuItem pausing;

    SyncView(
            SyncOverview overview,
            CatalogUploads uploads,
            HeldPackets heldPackets,
            ExchangeFlows exchange,
            Schedules schedules,
            TemporaryFolders folders,
            Runs allRuns,
            CurrentUser person,
            LiveUpdates live) {
        this.overview = overview;
        this.uploads = uploads;
        this.exchange = exchange;
        this.schedules = schedules;
        this.folders = folders;
        this.mayAct = person.hasAny(Role.ADMIN, Role.OPERATIONS);
        this.flows = new FlowsTable(mayAct ? new FlowActs(exchange, schedules, this::show) : null);
        this.held = new HeldPanel(heldPackets);
        this.runs = new RunsPanel(allRuns);
        addClassNames("page", "sync-page");
        live.follow(this, "run_changed", this::changed);
        live.follow(this, "schedule_changed", _ -> show());
        if (mayAct) {
            actions();
        }
        Section catalogue = new Section(new H2(Texts.t("onec.sync.flow.catalogue")), flow, matrix);
        catalogue.addClassName("run-section");
        add(header, held, flows(), catalogue, runs);
        show();
    }

    private Section flows() {
        Section section = new Section(
                new H2(Texts.t("onec.sync.flows")),
                exchange.isSet() ? flows : SyncWords.quiet(Texts.t("onec.sync.flows.notSet")));
        section.addClassName("run-section");
        return section;
    }

    private void actions() {
        header.primary(new Button(Texts.t("onec.sync.run"), VaadinIcon.PLAY.create(), _ -> upload(false)));
        header.action(new Button(Texts.t("onec.sync.dry"), VaadinIcon.EYE.create(), _ -> upload(true)));
        header.more(Texts.t("onec.sync.inbox.check"), this::lookIntoInbox);
        pausing = header.more(Texts.t("onec.sync.pause"), this::pauseOrResume);
    }

    private void changed(Set<String> runIds) {
        show();
        runs.refresh();
    }

    private void show() {
        held.show();
        SyncFlow now = overview.catalogue();
        flow.show(now);
        if (exchange.isSet()) {
            flows.show(exchange.list());
        }
        matrix.show(now.rows());
        paused = now.schedule().map(Schedule::paused).orElse(false);
        if (pausing != null) {
            pausing.setText(Texts.t(paused ? "onec.sync.resume" : "onec.sync.pause"));
            pausing.setVisible(now.schedule().isPresent());
        }
    }

    private void upload(boolean dryRun) {
        new UploadDialog(uploads, folders, dryRun, run -> UI.getCurrent().navigate(RunLink.address(run))).open();
    }

    private void lookIntoInbox() {
        new ConfirmWithReason(
                        Texts.t("onec.sync.inbox.check.title"),
                        Texts.t("onec.sync.inbox.check.verb"),
                        reason -> RunLink.tell(uploads.lookIntoInbox(reason)))
                .effect(Texts.t("onec.sync.inbox.check.effect"))
                .open();
    }

    private void pauseOrResume() {
        String key = paused ? "onec.sync.resume" : "onec.sync.pause";
        new ConfirmWithReason(Texts.t(key), Texts.t(key + ".verb"), reason -> {
                    tell(
                            paused
                                    ? schedules.resume(SyncOverview.SCHEDULED, reason)
                                    : schedules.pause(SyncOverview.SCHEDULED, reason));
                    show();
                })
                .effect(Texts.t(key + ".effect"))
                .open();
    }

    private static void tell(ScheduleChange change) {
        if (change instanceof ScheduleChange.Refused(var why)) {
            Notification.show(Texts.word("jobs.refused", why));
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.t("onec.sync.title");
    }
}
