package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
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
import java.util.List;
import java.util.Map;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.ListedOrder;
import ru.freesport.console.orders.OrderFilter;
import ru.freesport.console.orders.OrderList;
import ru.freesport.console.orders.OrderStatus;
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
import ru.freesport.console.shared.ui.TableExport;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** The orders, newest first; one field finds an order by anything a customer can read out. */
@Route("orders")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class OrdersView extends Div implements HasDynamicTitle {

    private final OrderList orders;
    private final Grid<ListedOrder> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("orders.list.filter"));
    private final KeysetItems<ListedOrder> items;
    private final Span total = new Span();
    private final DownloadLinks downloads = new DownloadLinks();
    private final Div silence = new Div();

    OrdersView(OrderList orders, SavedViews views, LiveUpdates live) {
        this.orders = orders;
        this.items = new KeysetItems<>(ListedOrder::position, (below, limit) -> orders.page(asked(), below, limit));

        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("orders-grid");
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.CART_O, Texts.t("orders.list.empty"), Texts.t("orders.list.emptyHint")));

        filter.quick(OrderAddress.TROUBLE, Texts.t("orders.list.trouble"))
                .quick(OrderAddress.ASKED, Texts.t("orders.list.attention"))
                .quick(OrderAddress.UNCONFIRMED, Texts.t("orders.export.unconfirmed"))
                .choice(
                        OrderAddress.STATUS,
                        Texts.t("orders.list.anyStatus"),
                        Texts.words("orders.status", OrderStatus.values()))
                .choice(
                        OrderAddress.EXPORT,
                        Texts.t("orders.list.anyExport"),
                        Texts.words("orders.export", ExportState.values()))
                .keepOutOfAddress(OrderAddress::isPersonal)
                .end(total, downloads)
                .savedViews(views, "orders");

        grid.setItems(DataProvider.fromCallbacks(items, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> show());
        RowOpening.on(grid, this::open);
        live.follow(this, "order", _ -> show());

        addClassNames("page", "orders");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("orders.list.subtitle")), silence, filter, grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("orders.list.title");
    }

    private void columns() {
        grid.addColumn(Cells.link(row -> "orders/" + row.number(), ListedOrder::number))
                .setHeader(Texts.t("orders.number"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.time(ListedOrder::placedAt))
                .setHeader(Texts.t("orders.placedAt"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(ListedOrder::customer)
                .setHeader(Texts.t("orders.customer"))
                .setFlexGrow(1);
        grid.addColumn(row -> Formats.money(row.total(), row.currency()))
                .setHeader(Texts.t("orders.total"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(row -> List.of(OrderWords.status(row.status()))))
                .setHeader(Texts.t("orders.status"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(row -> List.of(OrderWords.payment(row.paymentStatus()))))
                .setHeader(Texts.t("orders.payment"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(row -> List.of(OrderWords.export(row))))
                .setHeader(Texts.t("orders.export"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        List<Grid.Column<ListedOrder>> columns = grid.getColumns();
        Grid.Column<ListedOrder> card = grid.addComponentColumn(OrdersView::card)
                .setHeader(Texts.t("orders.list.title"))
                .setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    /** What a narrow screen shows instead of columns. */
    private static Component card(ListedOrder row) {
        Div top = new Div(
                new Anchor("orders/" + row.number(), row.number()),
                new Span(Formats.money(row.total(), row.currency())));
        top.addClassName("order-card-line");
        Div second = new Div(new Span(row.customer()), new TimeAgo(row.placedAt()));
        second.addClassNames("order-card-line", "quiet");
        Div states = new Div(OrderWords.status(row.status()), OrderWords.export(row));
        states.addClassName("order-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("order-card");
        return card;
    }

    private OrderFilter asked() {
        return OrderAddress.filter(filter.asked());
    }

    private void show() {
        items.forget();
        grid.getDataProvider().refreshAll();
        OrderFilter asked = asked();
        int found = orders.count(asked);
        total.setText(
                found > OrderList.COUNTED
                        ? Texts.t("orders.list.manyFound", Formats.number(OrderList.COUNTED))
                        : Texts.plural("orders.list.found", found));
        downloads.show(export(asked));
        silence.removeAll();
        orders.silent().ifPresent(silent -> silence.add(new SilenceNotice(silent)));
    }

    private void open(ListedOrder order) {
        UI.getCurrent().navigate("orders/" + order.number());
    }

    private TableExport<ListedOrder> export(OrderFilter asked) {
        Map<String, String> statuses = Texts.words("orders.status", OrderStatus.values());
        Map<String, String> exports = Texts.words("orders.export", ExportState.values());
        return new TableExport<ListedOrder>("orders", row -> orders.export(asked, row))
                .column(Texts.t("orders.number"), ListedOrder::number)
                .column(Texts.t("orders.placedAt"), row -> Formats.absolute(row.placedAt()))
                .column(Texts.t("orders.customer"), ListedOrder::customer)
                .column(Texts.t("orders.total"), ListedOrder::total)
                .column(Texts.t("orders.currency"), ListedOrder::currency)
                .column(
                        Texts.t("orders.status"),
                        row -> statuses.get(row.status().name()))
                .column(
                        Texts.t("orders.export"),
                        row -> exports.get(row.exportState().name()))
                .column(Texts.t("orders.parts"), ListedOrder::parts)
                .column(
                        Texts.t("orders.offers"),
                        row -> row.unconfirmed() == null
                                ? null
                                : row.unconfirmed().offers())
                .column(
                        Texts.t("orders.offeredFirst"),
                        row -> row.unconfirmed() == null
                                ? ""
                                : Formats.absolute(row.unconfirmed().since()));
    }
}
