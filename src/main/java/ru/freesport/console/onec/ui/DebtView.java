package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
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
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.onec.outgoing.OutgoingFile;
import ru.freesport.console.onec.outgoing.OutgoingRecord;
import ru.freesport.console.onec.outgoing.OutgoingState;
import ru.freesport.console.onec.outgoing.SendingReport;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** What left the straight way to 1C and is not confirmed: files by age, and orders whose answer was lost. */
@Route("debt")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "SUPPORT", "VIEWER"})
final class DebtView extends Main implements HasDynamicTitle {

    private final Debt debt;
    private final Circuits circuits;
    private final boolean mayAct;
    private final Grid<OutgoingFile> files = new Grid<>();
    private final Grid<OutgoingRecord> doubles = new Grid<>();
    private final Section doubtful = new Section();

    DebtView(Debt debt, Circuits circuits, CurrentUser person, LiveUpdates live) {
        this.debt = debt;
        this.circuits = circuits;
        this.mayAct = person.hasAny(Role.ADMIN, Role.OPERATIONS);
        addClassNames("page", "sync-page");
        files();
        doubles();
        Section owed = new Section(new H2(Texts.t("onec.debt.files")), files);
        owed.addClassName("run-section");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("onec.debt.subtitle")), doubtful, owed);
        live.follow(this, "outgoing", _ -> refresh());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("onec.debt.title");
    }

    private void refresh() {
        files.getDataProvider().refreshAll();
        doubles.getDataProvider().refreshAll();
        doubtful.setVisible(debt.count(OutgoingState.POSSIBLE_DOUBLE) > 0);
    }

    private void files() {
        files.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        files.setSelectionMode(Grid.SelectionMode.NONE);
        files.addComponentColumn(DebtView::name)
                .setHeader(Texts.t("onec.debt.file.name"))
                .setFlexGrow(2);
        files.addColumn(OutgoingFile::rows)
                .setHeader(Texts.t("onec.debt.file.rows"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        files.addColumn(OutgoingFile::open)
                .setHeader(Texts.t("onec.debt.file.open"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        files.addComponentColumn(file -> new TimeAgo(file.createdAt()))
                .setHeader(Texts.t("onec.debt.file.age"))
                .setAutoWidth(true);
        files.addComponentColumn(file -> new StatusBadge(tone(file), Texts.word("onec.debt.state", file.state())))
                .setHeader(Texts.t("onec.debt.file.state"))
                .setAutoWidth(true);
        files.addComponentColumn(DebtView::acknowledged)
                .setHeader(Texts.t("onec.debt.file.acknowledged"))
                .setAutoWidth(true);
        files.addComponentColumn(this::acts)
                .setHeader(Texts.t("onec.debt.file.acts"))
                .setAutoWidth(true);
        files.setEmptyStateComponent(
                new EmptyState(VaadinIcon.CHECK_CIRCLE_O, Texts.t("onec.debt.none"), Texts.t("onec.debt.none.next")));
        files.setItemsPageable(page -> debt.files((int) page.getOffset(), page.getPageSize()));
    }

    private void doubles() {
        doubles.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        doubles.setSelectionMode(Grid.SelectionMode.NONE);
        doubles.setHeight("16rem");
        doubles.addColumn(OutgoingRecord::number)
                .setHeader(Texts.t("onec.debt.order"))
                .setAutoWidth(true);
        doubles.addComponentColumn(record -> new TimeAgo(record.owedSince()))
                .setHeader(Texts.t("onec.debt.since"))
                .setAutoWidth(true);
        doubles.addColumn(record -> record.error() == null ? "" : Texts.word("partners.error", record.error()))
                .setHeader(Texts.t("onec.debt.failure"))
                .setFlexGrow(1);
        doubles.setItemsPageable(
                page -> debt.records(OutgoingState.POSSIBLE_DOUBLE, (int) page.getOffset(), page.getPageSize()));
        doubtful.addClassName("run-section");
        Paragraph about = new Paragraph(Texts.t("onec.debt.doubles.about"));
        about.addClassName("quiet");
        doubtful.add(new H2(Texts.t("onec.debt.doubles")), about);
        if (mayAct) {
            Button ask = new Button(Texts.t("onec.debt.lookUp"), VaadinIcon.QUESTION_CIRCLE_O.create(), _ -> lookUp());
            ask.addClassName("self-start");
            doubtful.add(ask);
        }
        doubtful.add(doubles);
    }

    private static Component name(OutgoingFile file) {
        Div cell = new Div(new Span(file.name()));
        cell.addClassName("two-lines");
        if (file.failure() != null) {
            Span failure = new Span(file.failure());
            failure.addClassName("quiet");
            cell.add(failure);
        }
        return cell;
    }

    private static Tone tone(OutgoingFile file) {
        return switch (file.state()) {
            case WAITING -> Tone.BAD;
            case UPLOADED -> Tone.WARN;
            case SETTLED -> Tone.GOOD;
            case WITHDRAWN -> Tone.QUIET;
        };
    }

    private static Component acknowledged(OutgoingFile file) {
        return file.acknowledgedAt() == null
                ? new Span(Texts.t("onec.debt.file.notAcknowledged"))
                : new TimeAgo(file.acknowledgedAt());
    }

    private Component acts(OutgoingFile file) {
        Div acts = new Div(new Anchor("messages/" + file.message(), Texts.t("onec.debt.message")));
        acts.addClassName("row-actions");
        if (mayAct && file.open() > 0) {
            acts.add(button("resend", () -> resend(file)), button("done", () -> done(file)));
        }
        return acts;
    }

    private static Button button(String key, Runnable act) {
        Button button = new Button(Texts.t("onec.debt." + key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void resend(OutgoingFile file) {
        if (!circuits.letsCallsPass(OnecCircuits.ORDERS)) {
            Notification.show(Texts.t("onec.debt.circuitOpen"));
            return;
        }
        new ConfirmWithReason(Texts.t("onec.debt.resend"), Texts.t("onec.debt.resend"), reason -> {
                    tell(debt.resend(file.id(), reason));
                })
                .subject(file.name())
                .effect(Texts.t("onec.debt.resend.effect"))
                .open();
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

    private void lookUp() {
        new ConfirmWithReason(Texts.t("onec.debt.lookUp"), Texts.t("onec.debt.lookUp"), reason -> {
                    tell(debt.lookUp(reason));
                })
                .effect(Texts.t("onec.debt.lookUp.effect"))
                .open();
    }

    private void tell(SendingReport report) {
        Notification.show(Texts.t("onec.debt.result", report.sent(), report.suppressed()));
        refresh();
    }
}
