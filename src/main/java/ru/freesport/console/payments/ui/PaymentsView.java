package ru.freesport.console.payments.ui;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentFilter;
import ru.freesport.console.payments.PaymentList;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.Payments;
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
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.ViewState;

/** The payments, newest first; one field finds a payment by whatever a customer reads out, several things at once. */
@Route(PaymentsView.LIST)
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class PaymentsView extends Div implements HasDynamicTitle {

    static final String LIST = "payments";

    private static final List<String> METHODS = List.of("bank_card", "sbp", "sberbank", "tinkoff_bank", "yoo_money");
    private static final String STATE = "state";
    private static final String METHOD = "method";
    private static final String DAY = "day";
    private static final String REFUNDING = "refunding";
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final PaymentList payments;
    private final Grid<Payment> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("payments.list.filter"));
    private final KeysetItems<Payment> items;
    private final Span total = new Span();
    private final DownloadLinks downloads = new DownloadLinks();

    PaymentsView(PaymentList payments, SavedViews views, LiveUpdates live) {
        this.payments = payments;
        this.items = new KeysetItems<>(Payment::position, (below, limit) -> payments.page(asked(), below, limit));
        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("orders-grid");
        grid.setEmptyStateComponent(
                new EmptyState(VaadinIcon.WALLET, Texts.t("payments.list.empty"), Texts.t("payments.list.emptyHint")));
        Map<String, String> methods = new LinkedHashMap<>();
        METHODS.forEach(method -> methods.put(method, PaymentWords.method(method)));
        filter.quick(REFUNDING, Texts.t("payments.list.refunding"))
                .choice(STATE, Texts.t("payments.list.anyState"), Texts.words("payments.state", PaymentState.values()))
                .choice(METHOD, Texts.t("payments.list.anyMethod"), methods)
                .keepOutOfAddress(text -> !text.matches("[0-9A-Za-z-]*") || text.matches("[789]\\d{9,10}"))
                .end(total, downloads)
                .savedViews(views, LIST);
        grid.setItems(DataProvider.fromCallbacks(items, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> show());
        RowOpening.on(grid, row -> UI.getCurrent().navigate(address(row)));
        live.follow(this, Payments.CHANNEL, _ -> show());
        addClassNames("page", "payments");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("payments.list.subtitle")), filter, grid);
    }

    static String address(Payment payment) {
        return LIST + "/" + payment.id();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("payments.list.title");
    }

    private void columns() {
        grid.addColumn(Cells.link(PaymentsView::address, Payment::orderNumber))
                .setHeader(Texts.t("payments.order"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.time(Payment::createdAt))
                .setHeader(Texts.t("payments.created"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> PaymentWords.sum(row.amount()))
                .setHeader(Texts.t("payments.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Cells.badges(PaymentsView::states))
                .setHeader(Texts.t("payments.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> PaymentWords.method(row.method()))
                .setHeader(Texts.t("payments.method"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.refunded().isPositive() ? PaymentWords.sum(row.refunded()) : "")
                .setHeader(Texts.t("payments.refunded"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.providerId() == null ? "—" : row.providerId())
                .setHeader(Texts.t("payments.providerId"))
                .setFlexGrow(1);
        List<Grid.Column<Payment>> columns = grid.getColumns();
        Grid.Column<Payment> card = grid.addComponentColumn(PaymentsView::card)
                .setHeader(getPageTitle())
                .setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    private static List<StatusBadge> states(Payment row) {
        StatusBadge state = PaymentWords.state(row);
        return row.refunding().isPositive() ? List.of(state, PaymentWords.refunding(row)) : List.of(state);
    }

    /** What a narrow screen shows instead of columns. */
    private static Component card(Payment row) {
        Div top = new Div(new Anchor(address(row), row.orderNumber()), new Span(PaymentWords.sum(row.amount())));
        top.addClassName("order-card-line");
        Div second = new Div(new Span(PaymentWords.method(row.method())), new TimeAgo(row.createdAt()));
        second.addClassNames("order-card-line", "quiet");
        Div states = new Div();
        states(row).forEach(states::add);
        states.addClassName("order-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("order-card");
        return card;
    }

    private PaymentFilter asked() {
        ViewState state = filter.asked();
        LocalDate day = day(state.one(DAY).orElse(""));
        String said = state.one(STATE).orElse("");
        return new PaymentFilter(
                state.search(),
                Arrays.stream(PaymentState.values())
                        .filter(one -> one.name().equals(said))
                        .findFirst()
                        .orElse(null),
                state.one(METHOD).filter(METHODS::contains).orElse(null),
                day == null ? null : day.atStartOfDay(ZONE).toInstant(),
                day == null ? null : day.plusDays(1).atStartOfDay(ZONE).toInstant(),
                state.quick(REFUNDING));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private void show() {
        items.forget();
        grid.getDataProvider().refreshAll();
        PaymentFilter asked = asked();
        int found = payments.count(asked);
        total.setText(
                found > PaymentList.COUNTED
                        ? Texts.t("payments.list.manyFound", Formats.number(PaymentList.COUNTED))
                        : Texts.plural("payments.list.found", found));
        downloads.show(export(asked));
    }

    private TableExport<Payment> export(PaymentFilter asked) {
        Map<String, String> states = Texts.words("payments.state", PaymentState.values());
        Map<String, String> methods = new LinkedHashMap<>();
        METHODS.forEach(method -> methods.put(method, PaymentWords.method(method)));
        return new TableExport<Payment>("payments", row -> payments.export(asked, row))
                .column(Texts.t("payments.order"), Payment::orderNumber)
                .column(Texts.t("payments.created"), row -> Formats.absolute(row.createdAt()))
                .column(Texts.t("payments.paidAt"), row -> row.paidAt() == null ? null : Formats.absolute(row.paidAt()))
                .column(Texts.t("payments.amount"), row -> row.amount().amount())
                .column(Texts.t("payments.captured"), row -> row.captured().amount())
                .column(Texts.t("payments.refunded"), row -> row.refunded().amount())
                .column(
                        Texts.t("payments.income"),
                        row -> row.income() == null ? null : row.income().amount())
                .column(Texts.t("payments.currency"), row -> row.amount().currency())
                .column(Texts.t("payments.state"), row -> states.get(row.state().name()))
                .column(
                        Texts.t("payments.method"),
                        row -> row.method() == null
                                ? null
                                : methods.getOrDefault(
                                        row.method().type(), row.method().type()))
                .column(
                        Texts.t("payments.card"),
                        row -> row.method() == null ? null : row.method().last4())
                .column(Texts.t("payments.providerId"), Payment::providerId);
    }
}
