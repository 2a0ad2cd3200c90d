package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerFilter;
import ru.freesport.console.customers.CustomerLevel;
import ru.freesport.console.customers.CustomerList;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.Verification;
import ru.freesport.console.shared.ui.Cells;
import ru.freesport.console.shared.ui.DownloadLinks;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.RowOpening;
import ru.freesport.console.shared.ui.SavedViews;
import ru.freesport.console.shared.ui.TableExport;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** Whoever buys, newest first; one field finds a customer by anything they can be known by. */
@Route(CustomersView.LIST)
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class CustomersView extends Div implements HasDynamicTitle {

    static final String LIST = "customers";

    private static final String TYPE = "type";
    private static final String VERIFICATION = "verification";
    private static final String SYNC = "sync";
    private static final String LEVEL = "level";

    private final CustomerList customers;
    private final Grid<Customer> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("customers.list.filter"));
    private final KeysetItems<Customer> items;
    private final Span total = new Span();
    private final DownloadLinks downloads = new DownloadLinks();

    CustomersView(CustomerList customers, SavedViews views) {
        this.customers = customers;
        this.items = new KeysetItems<>(Customer::code, (below, limit) -> customers.page(asked(), below, limit));
        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("conflicts-grid");
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.USERS, Texts.t("customers.list.empty"), Texts.t("customers.list.emptyHint")));
        filter.choice(TYPE, Texts.t("customers.list.anyType"), Texts.words("customers.type", CustomerType.values()))
                .choice(
                        VERIFICATION,
                        Texts.t("customers.list.anyVerification"),
                        Texts.words("customers.verification", Verification.State.values()))
                .choice(
                        LEVEL,
                        Texts.t("customers.list.anyLevel"),
                        Texts.words("customers.level", CustomerLevel.values()))
                .choice(SYNC, Texts.t("customers.list.anySync"), Texts.words("customers.sync", SyncState.values()))
                .keepOutOfAddress(ConflictAddress::isPersonal)
                .end(total, downloads)
                .savedViews(views, LIST);
        grid.setItems(DataProvider.fromCallbacks(items, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> show());
        RowOpening.on(grid, row -> UI.getCurrent().navigate(address(row)));
        addClassNames("page", "customers");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("customers.list.subtitle")), filter, grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("customers.list.title");
    }

    static String address(Customer customer) {
        return LIST + "/" + customer.id();
    }

    private void columns() {
        grid.addColumn(Cells.link(CustomersView::address, row -> Long.toString(row.code())))
                .setHeader(Texts.t("customers.code"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Customer::name)
                .setHeader(Texts.t("customers.customer"))
                .setTooltipGenerator(Customer::name)
                .setFlexGrow(1);
        grid.addColumn(row -> Texts.word("customers.type", row.type()))
                .setHeader(Texts.t("customers.type"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Customer::taxId)
                .setHeader(Texts.t("customers.field.TAX_ID"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Texts.word("customers.level", row.standing().level()))
                .setHeader(Texts.t("customers.level"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(row -> List.of(CustomerWords.verification(row))))
                .setHeader(Texts.t("customers.verification"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(row -> List.of(CustomerWords.sync(row))))
                .setHeader(Texts.t("customers.sync"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.time(Customer::createdAt))
                .setHeader(Texts.t("customers.created"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        List<Grid.Column<Customer>> columns = grid.getColumns();
        Grid.Column<Customer> card = grid.addComponentColumn(CustomersView::card)
                .setHeader(getPageTitle())
                .setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    /** What a narrow screen shows instead of columns. */
    private static Component card(Customer row) {
        Div top = new Div(new Span(row.name()), new Anchor(address(row), Long.toString(row.code())));
        top.addClassName("order-card-line");
        Div second = new Div(
                new Span(Texts.word("customers.type", row.type())),
                new Span(Texts.word("customers.level", row.standing().level())));
        second.addClassNames("order-card-line", "quiet");
        Div states = new Div(CustomerWords.verification(row), CustomerWords.sync(row));
        states.addClassName("order-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("order-card");
        return card;
    }

    private CustomerFilter asked() {
        ViewState state = filter.asked();
        return new CustomerFilter(
                state.search(),
                constant(CustomerType.values(), state, TYPE),
                constant(Verification.State.values(), state, VERIFICATION),
                constant(SyncState.values(), state, SYNC),
                constant(CustomerLevel.values(), state, LEVEL));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, ViewState state, String name) {
        String said = state.one(name).orElse("");
        return Arrays.stream(values)
                .filter(value -> value.name().equals(said))
                .findFirst()
                .orElse(null);
    }

    private void show() {
        items.forget();
        grid.getDataProvider().refreshAll();
        CustomerFilter asked = asked();
        int found = customers.count(asked);
        total.setText(
                found > CustomerList.COUNTED
                        ? Texts.t("customers.list.manyFound", Formats.number(CustomerList.COUNTED))
                        : Texts.plural("customers.list.found", found));
        downloads.show(export(asked));
    }

    private TableExport<Customer> export(CustomerFilter asked) {
        Map<String, String> types = Texts.words("customers.type", CustomerType.values());
        Map<String, String> levels = Texts.words("customers.level", CustomerLevel.values());
        Map<String, String> verifications = Texts.words("customers.verification", Verification.State.values());
        Map<String, String> syncs = Texts.words("customers.sync", SyncState.values());
        return new TableExport<Customer>("customers", row -> customers.export(asked, row))
                .column(Texts.t("customers.code"), Customer::code)
                .column(Texts.t("customers.customer"), Customer::name)
                .column(Texts.t("customers.type"), row -> types.get(row.type().name()))
                .column(Texts.t("customers.field.TAX_ID"), Customer::taxId)
                .column(Texts.t("customers.field.KPP"), Customer::kpp)
                .column(
                        Texts.t("customers.level"),
                        row -> levels.get(row.standing().level().name()))
                .column(
                        Texts.t("customers.verification"),
                        row -> verifications.get(
                                row.standing().verification().state().name()))
                .column(
                        Texts.t("customers.sync"),
                        row -> syncs.get(row.standing().sync().name()))
                .column(Texts.t("customers.onecId"), Customer::onecId)
                .column(Texts.t("customers.created"), row -> Formats.absolute(row.createdAt()));
    }
}
