package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import ru.freesport.console.orders.OrderRoute;
import ru.freesport.console.orders.OrderRoutes;
import ru.freesport.console.orders.RouteChange;
import ru.freesport.console.orders.VatRate;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Texts;

/** What people decide about routes, each with a reason. */
final class RouteActs {

    private final OrderRoutes routes;
    private final Runnable changed;

    RouteActs(OrderRoutes routes, Runnable changed) {
        this.routes = routes;
        this.changed = changed;
    }

    void add() {
        new RouteDialog(null, (fields, reason) -> told(routes.add(fields, reason))).open();
    }

    void change(OrderRoute route) {
        new RouteDialog(route, (fields, reason) -> told(routes.change(route.id(), fields, route.version(), reason)))
                .open();
    }

    void remove(OrderRoute route) {
        new ConfirmWithReason(Texts.t("orders.routes.remove.title"), Texts.t("orders.routes.remove"), reason -> {
                    if (told(routes.remove(route.id(), route.version(), reason))
                            instanceof RouteChange.Refused refused) {
                        bad(Texts.word("orders.routes.refused", refused.why()));
                    }
                })
                .subject(route.warehouseName())
                .effect(Texts.t("orders.routes.remove.effect"))
                .danger()
                .open();
    }

    void sellAt(VatRate rate, String organisation) {
        new OrganisationDialog(rate, organisation, (name, reason) -> told(routes.sellAt(rate, name, reason))).open();
    }

    /** Refusals are told where the wish was written. */
    private RouteChange told(RouteChange outcome) {
        switch (outcome) {
            case RouteChange.Done _ -> {
                Notification.show(Texts.t("orders.routes.done")).addThemeVariants(NotificationVariant.LUMO_SUCCESS);
                changed.run();
            }
            case RouteChange.Clash clash -> {
                OrderRoute theirs = clash.theirs();
                bad(
                        theirs == null
                                ? Texts.t("orders.routes.gone")
                                : Texts.t("orders.routes.clash", theirs.changedBy()));
                changed.run();
            }
            case RouteChange.Refused _ -> {}
        }
        return outcome;
    }

    private static void bad(String text) {
        Notification.show(text).addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
