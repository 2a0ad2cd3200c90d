package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.orders.OrderRoute;
import ru.freesport.console.orders.OrderRoutes;
import ru.freesport.console.orders.VatRate;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** Who sells what lies in which warehouse, and at which VAT. */
@Route("settings/order-routes")
@RolesAllowed({"ADMIN", "OPERATIONS", "MANAGER", "FINANCE", "VIEWER"})
final class OrderRoutesView extends Div implements HasDynamicTitle {

    private final OrderRoutes routes;
    private final RouteActs acts;
    private final boolean mayDecide;
    private final Div content = new Div();

    OrderRoutesView(OrderRoutes routes, CurrentUser user) {
        this.routes = routes;
        this.mayDecide = user.hasAny(Role.ADMIN, Role.OPERATIONS);
        this.acts = new RouteActs(routes, this::show);

        PageHeader header = new PageHeader(getPageTitle())
                .subtitle(Texts.t(mayDecide ? "orders.routes.subtitle" : "orders.routes.readOnly"));
        if (mayDecide) {
            header.primary(new Button(Texts.t("orders.routes.add"), VaadinIcon.PLUS.create(), _ -> acts.add()));
        }
        content.addClassName("order-routes");
        addClassName("page");
        add(header, content);
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("orders.routes.title");
    }

    private void show() {
        content.removeAll();
        content.add(table(routes.list()), byVat());
    }

    private Component table(List<OrderRoute> all) {
        FactsTable table = new FactsTable(
                List.of(
                        Texts.t("orders.routes.position"),
                        Texts.t("orders.routes.warehouse"),
                        Texts.t("orders.routes.onecId"),
                        Texts.t("orders.routes.organisation"),
                        Texts.t("orders.routes.vat"),
                        Texts.t("orders.routes.changed"),
                        ""),
                Set.of(0));
        for (OrderRoute route : all) {
            table.row(
                    new Span(Integer.toString(route.position())),
                    new Span(route.warehouseName()),
                    route.warehouseOnecId() == null
                            ? quiet(Texts.t("orders.routes.byName"))
                            : new CopyChip(route.warehouseOnecId()),
                    new Span(route.organisation()),
                    route.fixedVat() == null
                            ? quiet(Texts.t("orders.routes.ownVat"))
                            : new Span(OrderWords.vat(route.fixedVat())),
                    changed(route),
                    mayDecide ? menu(route) : new Span());
        }
        return table;
    }

    private Component byVat() {
        FactsTable table = new FactsTable(
                List.of(Texts.t("orders.routes.vat"), Texts.t("orders.routes.organisation"), ""), Set.of());
        routes.organisationsByVat().forEach((code, organisation) -> {
            VatRate rate = new VatRate(code);
            Button change = new Button(Texts.t("orders.routes.change"), _ -> acts.sellAt(rate, organisation));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            table.row(new Span(OrderWords.vat(rate)), new Span(organisation), mayDecide ? change : new Span());
        });
        Section section = new Section(
                new H2(Texts.t("orders.routes.byVat")), new Paragraph(Texts.t("orders.routes.byVat.help")), table);
        section.addClassName("facts");
        return section;
    }

    private Component menu(OrderRoute route) {
        Button dots = new Button(VaadinIcon.ELLIPSIS_DOTS_V.create());
        dots.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        dots.setAriaLabel(Texts.t("orders.routes.actions", route.warehouseName()));
        ContextMenu menu = new ContextMenu(dots);
        menu.setOpenOnClick(true);
        menu.addItem(Texts.t("orders.routes.change"), _ -> acts.change(route));
        menu.addItem(Texts.t("orders.routes.remove"), _ -> acts.remove(route));
        return dots;
    }

    private static Component changed(OrderRoute route) {
        Span changed = new Span(new TimeAgo(route.changedAt()));
        if (!"installation".equals(route.changedBy())) {
            changed.add(new Span(" · " + route.changedBy()));
        }
        return changed;
    }

    private static Component quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
