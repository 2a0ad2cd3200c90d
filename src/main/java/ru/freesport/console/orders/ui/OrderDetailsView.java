package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderPanel;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.PartReport;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** One order: its state, its parts and rows, its sums, the customer, and everything that happened to it. */
@Route("orders/:number")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class OrderDetailsView extends Div implements HasDynamicTitle, BeforeEnterObserver, AfterNavigationObserver {

    private static final String LIST = "orders";
    private static final String TAB = "tab";
    private static final String MAIN = "order";

    private final OrderActs acts;
    private final List<OrderPanel> panels;
    private final Div content = new Div();
    private String number = "";
    private String shownTab = MAIN;
    private @Nullable Order order;
    /** Kept while the page is open: it is written down once that somebody looked. */
    private Orders.@Nullable Revealed revealed;

    OrderDetailsView(OrderActs acts, ObjectProvider<OrderPanel> panels, LiveUpdates live) {
        this.acts = acts;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(OrderPanel::order))
                .toList();
        content.addClassName("order-content");
        addClassNames("page", "order-details");
        live.follow(this, "order", ids -> {
            if (order != null && (ids.isEmpty() || ids.contains(order.id().toString()))) {
                load();
                show();
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Texts.t("orders.order.title", number);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getRouteParameters().get("number").orElse("");
        if (!wanted.equals(number)) {
            revealed = null;
        }
        number = wanted;
        load();
        if (order != null && !order.number().equals(number)) {
            number = order.number();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        shownTab =
                ViewState.of(event.getLocation().getQueryParameters()).one(TAB).orElse(MAIN);
        show();
    }

    private void load() {
        order = acts.find(number).orElse(null);
    }

    private void show() {
        removeAll();
        if (order == null) {
            add(new EmptyState(
                            VaadinIcon.CART_O,
                            Texts.t("orders.order.unknown"),
                            Texts.t("orders.order.unknownHint", number))
                    .action(new Anchor(LIST, Texts.t("orders.order.all"))));
            return;
        }
        add(header(order));
        List<OrderPanel> offered =
                panels.stream().filter(panel -> panel.isFor(order)).toList();
        if (!offered.isEmpty()) {
            add(tabs(offered));
        }
        Optional<OrderPanel> chosen =
                offered.stream().filter(panel -> panel.id().equals(shownTab)).findFirst();
        content.removeAll();
        content.add(chosen.map(panel -> panel.show(order)).orElseGet(() -> main(order)));
        add(content);
    }

    private Component main(Order shown) {
        Div parts = new Div();
        parts.addClassName("order-parts");
        Map<UUID, PartReport> reports = acts.reports(shown);
        List<IdentityDispute> disputes = acts.disputes(shown);
        for (OrderPart part : shown.parts()) {
            List<IdentityDispute> mine = disputes.stream()
                    .filter(dispute -> part.number().equals(dispute.number())
                            || part.number().equals(dispute.partById()))
                    .toList();
            PartSection section = new PartSection(shown, part, reports.get(part.id()), mine, acts);
            panels.stream()
                    .filter(panel -> panel.isFor(shown))
                    .forEach(panel -> panel.partLinkKey().ifPresent(key -> section.link(address(panel), Texts.t(key))));
            parts.add(section);
        }
        OrderFacts facts = new OrderFacts(shown, acts, revealed, () -> {
            revealed = acts.reveal(shown).orElse(null);
            show();
        });
        Div whole = new Div(parts, facts);
        whole.addClassName("order-main");
        return whole;
    }

    private PageHeader header(Order shown) {
        PageHeader header = new PageHeader(getPageTitle())
                .subtitle(Texts.t(
                        "orders.order.subtitle",
                        Formats.absolute(shown.placedAt()),
                        acts.customerName(shown),
                        Formats.money(shown.total(), shown.currency())))
                .status(
                        OrderWords.status(shown.status()),
                        OrderWords.payment(shown.paymentStatus()),
                        OrderWords.export(shown.exportState(), isRejected(shown), acts.isUnconfirmed(shown)));
        if (acts.mayCancel(shown)) {
            Button cancel = new Button(Texts.t("orders.cancel.verb"), _ -> acts.cancel(shown, this::reload));
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.action(cancel);
        }
        return header;
    }

    private Tabs tabs(List<OrderPanel> offered) {
        Map<String, Tab> byId = new LinkedHashMap<>();
        byId.put(MAIN, new Tab(Texts.t("orders.order.tab")));
        offered.forEach(panel -> byId.put(panel.id(), new Tab(Texts.t(panel.titleKey()))));
        Tabs bar = new Tabs(byId.values().toArray(Tab[]::new));
        bar.setSelectedTab(byId.getOrDefault(shownTab, byId.get(MAIN)));
        bar.addSelectedChangeListener(change -> byId.forEach((id, tab) -> {
            if (change.isFromClient() && tab.equals(change.getSelectedTab())) {
                UI.getCurrent()
                        .navigate(
                                LIST + "/" + number,
                                ViewState.EMPTY
                                        .with(TAB, id.equals(MAIN) ? "" : id)
                                        .toParameters());
            }
        }));
        return bar;
    }

    private String address(OrderPanel panel) {
        return LIST + "/" + number + "?"
                + ViewState.EMPTY.with(TAB, panel.id()).toParameters().getQueryString();
    }

    private void reload() {
        load();
        show();
    }

    private static boolean isRejected(Order order) {
        return order.parts().stream().anyMatch(part -> part.rejectedAt() != null);
    }
}
