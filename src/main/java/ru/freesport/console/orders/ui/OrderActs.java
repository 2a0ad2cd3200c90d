package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.orders.Cancellation;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderCancelling;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.PartReport;
import ru.freesport.console.orders.statuses.PartReports;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** What people see of an order and do to it, each act with a question first. */
@SpringComponent
class OrderActs {

    private final Orders orders;
    private final OrderCancelling cancelling;
    private final OrderHandover handover;
    private final PartReports reports;
    private final CurrentUser user;
    private final Clock clock;

    OrderActs(
            Orders orders,
            OrderCancelling cancelling,
            OrderHandover handover,
            PartReports reports,
            CurrentUser user,
            Clock clock) {
        this.orders = orders;
        this.cancelling = cancelling;
        this.handover = handover;
        this.reports = reports;
        this.user = user;
        this.clock = clock;
    }

    Optional<Order> find(String number) {
        return orders.find(number);
    }

    /** What 1C said last, by the parts' ids. */
    Map<UUID, PartReport> reports(Order order) {
        return reports.of(order);
    }

    /** Open ones only. */
    List<IdentityDispute> disputes(Order order) {
        return reports.disputes(order).stream()
                .filter(dispute -> dispute.decision() == null)
                .toList();
    }

    Optional<Customer> customer(Order order) {
        return orders.customer(order);
    }

    String customerName(Order order) {
        return customer(order).map(Customer::name).orElse("");
    }

    List<OrderEvent> events(Order order) {
        return orders.events(order.id());
    }

    boolean isUnconfirmed(Order order) {
        return order.isUnconfirmed(clock.instant(), orders.confirmationWindow());
    }

    boolean isUnconfirmed(OrderPart part) {
        return part.isUnconfirmed(clock.instant(), orders.confirmationWindow());
    }

    boolean isOverdue(OrderPart part) {
        return part.isOverdue(clock.instant(), orders.confirmationWindow());
    }

    /** How long 1C may keep silent. */
    Duration window() {
        return orders.confirmationWindow();
    }

    boolean mayReveal() {
        return user.hasAny(Role.ADMIN, Role.MANAGER, Role.OPERATIONS, Role.SUPPORT, Role.FINANCE);
    }

    /** Each call is written down. */
    Optional<Orders.Revealed> reveal(Order order) {
        return orders.reveal(order.number());
    }

    boolean mayCancel(Order order) {
        return user.hasAny(Role.ADMIN, Role.MANAGER, Role.SUPPORT)
                && !order.status().isTerminal()
                && order.status() != OrderStatus.CANCELLED
                && order.parts().stream().allMatch(part -> part.exportState() == ExportState.NEW);
    }

    void cancel(Order order, Runnable changed) {
        new ConfirmWithReason(Texts.t("orders.cancel.title"), Texts.t("orders.cancel.verb"), reason -> {
                    switch (cancelling.cancel(order.number(), reason)) {
                        case Cancellation.Cancelled _ -> say(Texts.t("orders.cancel.done", order.number()), true);
                        case Cancellation.Refused refused ->
                            say(Texts.word("orders.cancel.refused", refused.why()), false);
                        case Cancellation.Unknown _ -> say(Texts.t("orders.order.unknown"), false);
                    }
                    changed.run();
                })
                .subject(Texts.t(
                        "orders.cancel.subject",
                        order.number(),
                        customerName(order),
                        Formats.money(order.total(), order.currency())))
                .effect(Texts.t("orders.cancel.effect"))
                .danger()
                .open();
    }

    boolean mayRelease(OrderPart part) {
        return part.rejectedAt() != null && user.hasAny(Role.ADMIN, Role.MANAGER, Role.OPERATIONS);
    }

    /** The screen follows by itself: it hears of every change. */
    void release(OrderPart part) {
        new ConfirmWithReason(Texts.t("orders.release.title"), Texts.t("orders.release.verb"), reason -> {
                    boolean done = handover.release(part.onecKey(), reason);
                    say(Texts.t(done ? "orders.release.done" : "orders.release.late", part.number()), done);
                })
                .subject(Texts.t("orders.release.subject", part.number(), part.rejectedText()))
                .effect(Texts.t("orders.release.effect"))
                .open();
    }

    private static void say(String text, boolean good) {
        Notification.show(text)
                .addThemeVariants(good ? NotificationVariant.LUMO_SUCCESS : NotificationVariant.LUMO_ERROR);
    }
}
