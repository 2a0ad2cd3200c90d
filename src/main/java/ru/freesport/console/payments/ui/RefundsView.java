package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.Refund;
import ru.freesport.console.payments.RefundState;
import ru.freesport.console.payments.Refunds;
import ru.freesport.console.shared.Money;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** The refunds; those that wait for a second person are decided here, never by whoever asked. */
@Route("refunds")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class RefundsView extends Div implements HasDynamicTitle {

    private static final String STATE = "state";
    private static final String WAITING = "waiting";
    private static final String OPEN = "open";

    private final Refunds refunds;
    private final PaymentActs acts;
    private final Grid<Refund> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("payments.refunds.filter"));
    private final KeysetItems<Refund> items;

    RefundsView(Refunds refunds, PaymentActs acts, LiveUpdates live) {
        this.refunds = refunds;
        this.acts = acts;
        this.items = new KeysetItems<>(Refund::position, (below, limit) -> refunds.page(states(), below, limit));
        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.ARROW_BACKWARD, Texts.t("payments.refunds.empty"), Texts.t("payments.refunds.emptyHint")));
        filter.quick(WAITING, Texts.t("payments.refunds.waiting"))
                .quick(OPEN, Texts.t("payments.refunds.open"))
                .choice(
                        STATE,
                        Texts.t("payments.list.anyState"),
                        Texts.words("payments.refund.state", RefundState.values()));
        filter.withoutSearch();
        grid.setItems(DataProvider.fromCallbacks(items, _ -> 0));
        grid.getLazyDataView().setItemCountUnknown();
        filter.onChange(_ -> show());
        live.follow(this, Payments.CHANNEL, _ -> show());
        addClassNames("page", "refunds");
        add(new PageHeader(getPageTitle()).subtitle(Texts.t("payments.refunds.subtitle")), filter, grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("payments.refunds.title");
    }

    private void columns() {
        grid.addComponentColumn(row -> new TimeAgo(row.requestedAt()))
                .setHeader(Texts.t("payments.when"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::order)
                .setHeader(Texts.t("payments.order"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> PaymentWords.sum(row.amount()))
                .setHeader(Texts.t("payments.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(row -> PaymentWords.state(row))
                .setHeader(Texts.t("payments.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Texts.word("payments.refund.reason", row.reason())
                        + (row.note() == null ? "" : ": " + row.note()))
                .setHeader(Texts.t("payments.refund.reason"))
                .setFlexGrow(1);
        grid.addColumn(row -> PaymentWords.actor(row.requestedBy())
                        + (row.decidedBy() == null ? "" : " → " + row.decidedBy()))
                .setHeader(Texts.t("payments.who"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::acts)
                .setHeader(Texts.t("payments.refunds.acts"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        List<Grid.Column<Refund>> columns = grid.getColumns();
        Grid.Column<Refund> card =
                grid.addComponentColumn(this::card).setHeader(getPageTitle()).setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    private Component order(Refund row) {
        return acts.find(row.paymentId())
                .<Component>map(payment -> new Anchor(PaymentsView.address(payment), payment.orderNumber()))
                .orElseGet(Span::new);
    }

    private Component card(Refund row) {
        Div top = new Div(order(row), new Span(PaymentWords.sum(row.amount())));
        top.addClassName("order-card-line");
        Div second =
                new Div(new Span(Texts.word("payments.refund.reason", row.reason())), new TimeAgo(row.requestedAt()));
        second.addClassNames("order-card-line", "quiet");
        Div states = new Div(PaymentWords.state(row), acts(row));
        states.addClassName("order-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("order-card");
        return card;
    }

    private Component acts(Refund row) {
        Div buttons = new Div();
        buttons.addClassName("proposal-acts");
        if (acts.mayDecide(row)) {
            Button approve =
                    new Button(Texts.t("payments.refund.approve", PaymentWords.sum(row.amount())), _ -> approve(row));
            approve.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
            Button deny = new Button(Texts.t("payments.refund.deny"), _ -> deny(row));
            deny.addThemeVariants(ButtonVariant.LUMO_SMALL);
            buttons.add(approve, deny);
        } else if (acts.mayWithdraw(row)) {
            Button withdraw = new Button(Texts.t("payments.refund.withdraw"), _ -> withdraw(row));
            withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL);
            Span own = new Span(Texts.t("payments.refund.own"));
            own.addClassName("quiet");
            buttons.add(own, withdraw);
        }
        return buttons;
    }

    private void approve(Refund row) {
        new ConfirmWithReason(
                        Texts.t("payments.refund.approve.title"),
                        Texts.t("payments.refund.approve", PaymentWords.sum(row.amount())),
                        note -> told(acts.approve(row, note)))
                .subject(subject(row))
                .effect(since(row))
                .reasonOptional()
                .open();
    }

    private void deny(Refund row) {
        new ConfirmWithReason(
                        Texts.t("payments.refund.deny.title"),
                        Texts.t("payments.refund.deny"),
                        reason -> told(acts.deny(row, reason)))
                .subject(subject(row))
                .danger()
                .open();
    }

    private void withdraw(Refund row) {
        new ConfirmWithReason(
                        Texts.t("payments.refund.withdraw"),
                        Texts.t("payments.refund.withdraw"),
                        reason -> told(acts.withdraw(row, reason)))
                .subject(subject(row))
                .reasonOptional()
                .open();
    }

    private void told(ru.freesport.console.payments.RefundDecision decision) {
        PaymentActs.say(decision);
        show();
    }

    private String subject(Refund row) {
        return Texts.t(
                "payments.refund.subject",
                PaymentWords.sum(row.amount()),
                acts.find(row.paymentId()).map(Payment::orderNumber).orElse(""),
                PaymentWords.actor(row.requestedBy()));
    }

    /** What changed since it was asked for; what this request holds itself is no change. */
    private String since(Refund row) {
        Money seen = row.seenRefunded().plus(row.seenRefunding());
        return acts.find(row.paymentId())
                .map(now -> now.refunded().plus(now.refunding()).minus(row.amount()))
                .filter(now -> !now.equals(seen))
                .map(now -> Texts.t("payments.refund.changedSince", PaymentWords.sum(seen), PaymentWords.sum(now)))
                .orElseGet(() -> Texts.t("payments.refund.nothingChanged"));
    }

    private Collection<RefundState> states() {
        String said = filter.state().one(STATE).orElse("");
        if (filter.state().quick(WAITING)) {
            return EnumSet.of(RefundState.AWAITING_APPROVAL);
        }
        if (filter.state().quick(OPEN)) {
            return Arrays.stream(RefundState.values())
                    .filter(state -> !state.isFinal())
                    .toList();
        }
        return Arrays.stream(RefundState.values())
                .filter(state -> said.isEmpty() || state.name().equals(said))
                .toList();
    }

    private void show() {
        items.forget();
        grid.getDataProvider().refreshAll();
    }
}
