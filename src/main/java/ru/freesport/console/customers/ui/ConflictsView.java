package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.conflicts.ConflictBulk;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictKind;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.customers.conflicts.Conflicts;
import ru.freesport.console.shared.ui.Cells;
import ru.freesport.console.shared.ui.DownloadLinks;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.RowOpening;
import ru.freesport.console.shared.ui.SavedViews;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.TableExport;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** What the shop and 1C disagree about, what is due first on top; an address that says nothing shows what waits for a person. */
@Route(ConflictAddress.LIST)
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class ConflictsView extends Div implements HasDynamicTitle {

    private final Conflicts conflicts;
    private final ConflictBulk bulk;
    private final CurrentUser user;
    private final Clock clock;
    private final Grid<ConflictRow> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("customers.conflicts.filter"));
    private final KeysetItems<ConflictRow> items;
    private final Span total = new Span();
    private final DownloadLinks downloads = new DownloadLinks();
    private final Div pattern = new Div();
    private Instant shownAt;

    ConflictsView(
            Conflicts conflicts, ConflictBulk bulk, CurrentUser user, SavedViews views, LiveUpdates live, Clock clock) {
        this.conflicts = conflicts;
        this.bulk = bulk;
        this.user = user;
        this.clock = clock;
        this.shownAt = clock.instant();
        this.items = new KeysetItems<>(ConflictRow::id, (after, limit) -> conflicts.page(asked(), after, limit));

        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("conflicts-grid");
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.CHECK_CIRCLE_O,
                Texts.t("customers.conflicts.empty"),
                Texts.t("customers.conflicts.emptyHint")));

        filter.quick(ConflictAddress.OVERDUE, Texts.t("customers.conflicts.overdue"))
                .quick(ConflictAddress.MINE, Texts.t("customers.conflicts.mine"))
                .quick(ConflictAddress.FREE, Texts.t("customers.conflicts.free"))
                .quick(ConflictAddress.SECOND, Texts.t("customers.conflict.awaitsSecond"))
                .quick(ConflictAddress.RETURNED, Texts.t("customers.conflicts.returned"))
                .choice(
                        ConflictAddress.SCOPE,
                        Texts.t("customers.conflicts.scope"),
                        Texts.words("customers.conflicts.scope", ConflictFilter.Scope.values()))
                .choice(
                        ConflictAddress.SEVERITY,
                        Texts.t("customers.conflicts.anySeverity"),
                        Texts.words("customers.severity", Severity.values()))
                .choice(
                        ConflictAddress.FIELD,
                        Texts.t("customers.conflicts.anyField"),
                        Texts.words("customers.field", CustomerField.values()))
                .choice(
                        ConflictAddress.KIND,
                        Texts.t("customers.conflicts.anyKind"),
                        Texts.words("customers.conflict.kind", ConflictKind.values()))
                .keepOutOfAddress(ConflictAddress::isPersonal)
                .end(total, downloads)
                .savedViews(views, ConflictAddress.LIST);

        grid.setItems(DataProvider.fromCallbacks(items, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> show());
        RowOpening.on(grid, row -> UI.getCurrent().navigate(ConflictAddress.of(row.id())));
        live.follow(this, Conflicts.CHANNEL, _ -> show());

        pattern.addClassName("conflicts-pattern");
        addClassNames("page", "conflicts");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("customers.conflicts.subtitle")), filter, pattern, grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("customers.conflicts.title");
    }

    private void columns() {
        grid.addColumn(Cells.link(row -> ConflictAddress.of(row.id()), row -> "№ " + row.id()))
                .setHeader(Texts.t("customers.conflict.number"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(ConflictRow::name)
                .setHeader(Texts.t("customers.customer"))
                .setTooltipGenerator(ConflictRow::name)
                .setFlexGrow(1);
        grid.addColumn(ConflictWords::subject)
                .setHeader(Texts.t("customers.conflict.subject"))
                .setTooltipGenerator(ConflictWords::subject)
                .setFlexGrow(1);
        grid.addColumn(Cells.badges(row -> List.of(ConflictWords.severity(row.severity()))))
                .setHeader(Texts.t("customers.severity"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(ConflictsView::states))
                .setHeader(Texts.t("customers.conflict.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.span(row -> ConflictWords.due(row, shownAt)))
                .setHeader(Texts.t("customers.conflict.due"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.claimedBy() == null ? "" : row.claimedBy())
                .setHeader(Texts.t("customers.conflict.owner"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.time(ConflictRow::openedAt))
                .setHeader(Texts.t("customers.conflict.opened"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        List<Grid.Column<ConflictRow>> columns = grid.getColumns();
        Grid.Column<ConflictRow> card =
                grid.addComponentColumn(this::card).setHeader(getPageTitle()).setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    private static List<StatusBadge> states(ConflictRow row) {
        StatusBadge state = ConflictWords.state(row);
        return row.returned() > 0 ? List.of(state, ConflictWords.returned(row.returned())) : List.of(state);
    }

    /** What a narrow screen shows instead of columns. */
    private Component card(ConflictRow row) {
        Div top = new Div(new Span(row.name()), ConflictWords.due(row, shownAt));
        top.addClassName("order-card-line");
        Div second = new Div(
                new Anchor(ConflictAddress.of(row.id()), "№ " + row.id()), new Span(ConflictWords.subject(row)));
        second.addClassNames("order-card-line", "quiet");
        Div states = new Div(ConflictWords.severity(row.severity()));
        states(row).forEach(states::add);
        states.addClassName("order-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("order-card");
        return card;
    }

    private ConflictFilter asked() {
        return ConflictAddress.filter(filter.asked());
    }

    private void show() {
        shownAt = clock.instant();
        items.forget();
        grid.getDataProvider().refreshAll();
        ConflictFilter asked = asked();
        int found = conflicts.count(asked);
        total.setText(
                found > Conflicts.COUNTED
                        ? Texts.t("customers.conflicts.manyFound", Formats.number(Conflicts.COUNTED))
                        : Texts.plural("customers.conflicts.found", found));
        downloads.show(export(asked));
        pattern.removeAll();
        pattern.setVisible(asked.pattern() != null);
        if (asked.pattern() != null) {
            Button all = new Button(Texts.t("customers.conflicts.allPatterns"), _ -> withoutPattern());
            all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            pattern.add(new Span(Texts.t("customers.conflicts.ofPattern")), all);
            if (user.hasAny(Role.ADMIN, Role.MANAGER) && asked.kind() != ConflictKind.IDENTITY) {
                Button alike = new Button(
                        Texts.t("customers.bulk.open"), _ -> new BulkDialog(bulk, asked.pattern(), this::show).open());
                alike.addThemeVariants(ButtonVariant.LUMO_SMALL);
                pattern.add(alike);
            }
        }
    }

    private void withoutPattern() {
        ViewState state = filter.state();
        filter.go(state.with(ConflictAddress.PATTERN));
    }

    private TableExport<ConflictRow> export(ConflictFilter asked) {
        Map<String, String> states = Texts.words("customers.conflict.state", ConflictState.values());
        Map<String, String> severities = Texts.words("customers.severity", Severity.values());
        Map<String, String> fields = Texts.words("customers.field", CustomerField.values());
        String who = Texts.word("customers.conflict.kind", ConflictKind.IDENTITY);
        return new TableExport<ConflictRow>("conflicts", row -> conflicts.export(asked, row))
                .column(Texts.t("customers.conflict.number"), ConflictRow::id)
                .column(Texts.t("customers.customer"), ConflictRow::name)
                .column(Texts.t("customers.onecId"), ConflictRow::onecId)
                .column(
                        Texts.t("customers.conflict.subject"),
                        row -> row.kind() == ConflictKind.IDENTITY
                                ? who
                                : String.join(
                                        ", ",
                                        row.fields().stream()
                                                .map(field -> fields.get(field.name()))
                                                .toList()))
                .column(
                        Texts.t("customers.severity"),
                        row -> severities.get(row.severity().name()))
                .column(
                        Texts.t("customers.conflict.state"),
                        row -> states.get(row.state().name()))
                .column(Texts.t("customers.conflict.opened"), row -> Formats.absolute(row.openedAt()))
                .column(Texts.t("customers.conflict.dueAt"), row -> Formats.absolute(row.dueAt()))
                .column(Texts.t("customers.conflict.owner"), ConflictRow::claimedBy)
                .column(Texts.t("customers.conflict.returns"), ConflictRow::returned);
    }
}
