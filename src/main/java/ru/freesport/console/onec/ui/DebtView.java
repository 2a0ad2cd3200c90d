package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.onec.outgoing.Drains;
import ru.freesport.console.onec.outgoing.OutgoingFile;
import ru.freesport.console.onec.outgoing.OutgoingRecord;
import ru.freesport.console.onec.outgoing.OutgoingState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** What left the straight way to 1C and is not confirmed: how much, how the drain goes, orders whose answer was lost, files. */
@Route("debt")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "SUPPORT", "VIEWER"})
final class DebtView extends Main implements HasDynamicTitle {

    private static final int DOUBLES_SHOWN = 20;

    private final Debt debt;
    private final Drains drains;
    private final DebtPanel panel;
    private final DebtFiles files;
    private final Grid<OutgoingRecord> doubles = new Grid<>();
    private final Span more = new Span();
    private final Section doubtful;
    private final Button drain =
            new Button(Texts.t("onec.debt.drain"), VaadinIcon.ARROW_FORWARD.create(), _ -> drain());

    DebtView(Debt debt, Drains drains, Circuits circuits, CurrentUser person, LiveUpdates live) {
        this.debt = debt;
        this.drains = drains;
        boolean mayAct = person.hasAny(Role.ADMIN, Role.OPERATIONS);
        panel = new DebtPanel(debt, drains, circuits);
        files = new DebtFiles(debt, mayAct, this::resend, this::done);
        doubtful = doubles();
        PageHeader header = new PageHeader(getPageTitle()).subtitle(Texts.t("onec.debt.subtitle"));
        if (mayAct) {
            header.primary(drain);
        }
        Section owed = new Section(new H2(Texts.t("onec.debt.files")), files);
        owed.addClassNames("run-section", "debt-files");
        addClassNames("page", "debt-page");
        add(header, panel, doubtful, owed);
        live.follow(this, "outgoing", _ -> refresh());
        live.follow(this, "circuit", _ -> panel.refresh());
        live.follow(this, "run_changed", _ -> panel.refresh());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("onec.debt.title");
    }

    private void refresh() {
        panel.refresh();
        files.getDataProvider().refreshAll();
        doubles.setItems(debt.records(OutgoingState.POSSIBLE_DOUBLE, 0, DOUBLES_SHOWN));
        int all = debt.count(OutgoingState.POSSIBLE_DOUBLE);
        doubtful.setVisible(all > 0);
        more.setVisible(all > DOUBLES_SHOWN);
        more.setText(Texts.t("onec.debt.more", DOUBLES_SHOWN, all));
        drain.setEnabled(debt.size() > 0);
    }

    private Section doubles() {
        doubles.addThemeVariants(
                GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        doubles.setSelectionMode(Grid.SelectionMode.NONE);
        doubles.setAllRowsVisible(true);
        doubles.addComponentColumn(record -> new Anchor("orders?q=" + record.number(), record.number()))
                .setHeader(Texts.t("onec.debt.order"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        doubles.addComponentColumn(record -> new TimeAgo(record.owedSince()))
                .setHeader(Texts.t("onec.debt.since"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        doubles.addColumn(record -> record.error() == null ? "" : Texts.word("partners.error", record.error()))
                .setHeader(Texts.t("onec.debt.failure"));
        Paragraph about = new Paragraph(Texts.t("onec.debt.doubles.about"));
        about.addClassNames("quiet", "section-about");
        more.addClassName("quiet");
        Section section = new Section(new H2(Texts.t("onec.debt.doubles")), about, doubles, more);
        section.addClassName("run-section");
        return section;
    }

    private void drain() {
        new ConfirmWithReason(
                        Texts.t("onec.debt.drain.title"),
                        Texts.t("onec.debt.drain"),
                        reason -> started(drains.begin(reason)))
                .effect(Texts.t("onec.debt.drain.effect"))
                .open();
    }

    private void resend(OutgoingFile file) {
        new ConfirmWithReason(
                        Texts.t("onec.debt.resend"),
                        Texts.t("onec.debt.resend"),
                        reason -> started(drains.begin(file, reason)))
                .subject(file.name())
                .effect(Texts.t("onec.debt.resend.effect"))
                .open();
    }

    private void started(long run) {
        Notification.show(Texts.t("onec.debt.started", Long.toString(run)));
        panel.refresh();
    }

    private void done(OutgoingFile file) {
        new ConfirmWithReason(Texts.t("onec.debt.done"), Texts.t("onec.debt.done"), reason -> {
                    Notification.show(Texts.t("onec.debt.closedRows", debt.done(file.id(), reason)));
                    refresh();
                })
                .subject(file.name())
                .effect(Texts.t("onec.debt.done.effect"))
                .danger()
                .open();
    }
}
