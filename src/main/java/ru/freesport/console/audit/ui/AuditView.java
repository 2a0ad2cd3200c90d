package ru.freesport.console.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import ru.freesport.console.audit.AuditEntry;
import ru.freesport.console.audit.AuditTrail;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** Who did what, newest first. */
@Route("audit")
@RolesAllowed("ADMIN")
final class AuditView extends Div implements HasDynamicTitle {

    private final Grid<AuditEntry> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("audit.filter"));

    AuditView(AuditTrail trail) {
        grid.addColumn(entry -> Formats.absolute(entry.at()))
                .setHeader(Texts.t("audit.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditWords::actor)
                .setHeader(Texts.t("audit.actor"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditWords::action)
                .setHeader(Texts.t("audit.action"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::subject)
                .setHeader(Texts.t("audit.subject"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditWords::change).setHeader(Texts.t("audit.change")).setTooltipGenerator(AuditWords::change);
        grid.addColumn(entry -> Objects.requireNonNullElse(entry.reason(), ""))
                .setHeader(Texts.t("audit.reason"))
                .setTooltipGenerator(AuditEntry::reason);
        grid.addColumn(entry -> Objects.requireNonNullElse(entry.address(), ""))
                .setHeader(Texts.t("audit.address"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(AuditView::trace)
                .setHeader(Texts.t("audit.trace"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.CLIPBOARD_USER, Texts.t("audit.empty"), Texts.t("audit.emptyHint")));
        grid.setItemsPageable(page -> trail.find(filter.state().search(), page.getPageSize(), page.getOffset()));
        filter.onChange(_ -> grid.getDataProvider().refreshAll());

        addClassName("page");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("audit.subtitle")), filter, grid);
    }

    private static Component trace(AuditEntry entry) {
        return entry.correlationId() == null ? new Span() : new CopyChip(entry.correlationId());
    }

    @Override
    public String getPageTitle() {
        return Texts.t("audit.title");
    }
}
