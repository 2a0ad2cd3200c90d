package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.OrderEvent;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** Beside an order's parts: the sums, the customer, the delivery and what happened. */
final class OrderFacts extends Aside {

    /**
     * @param revealed personal data, once somebody asked for it
     * @param reveal asks for it
     */
    OrderFacts(Order order, OrderActs acts, Orders.@Nullable Revealed revealed, Runnable reveal) {
        addClassName("order-facts");
        Optional<Orders.Revealed> personal = Optional.ofNullable(revealed);
        Order seen = personal.map(Orders.Revealed::order).orElse(order);
        Customer customer = personal.map(Orders.Revealed::customer)
                .or(() -> acts.customer(order))
                .orElse(null);
        add(section("orders.sums", sums(order)));
        Section who = section("orders.customer", customer(customer, seen));
        if (personal.isEmpty() && acts.mayReveal()) {
            Button show = new Button(Texts.t("orders.reveal"), VaadinIcon.EYE.create(), _ -> reveal.run());
            show.addThemeVariants(ButtonVariant.LUMO_SMALL);
            show.setTooltipText(Texts.t("orders.reveal.help"));
            who.add(show);
        }
        add(who);
        if (hasDelivery(seen.delivery())) {
            add(section("orders.delivery", delivery(seen)));
        }
        add(section("orders.events", new Timeline().show(timeline(acts.events(order)))));
    }

    private static Section section(String titleKey, Component content) {
        Section section = new Section(new H2(Texts.t(titleKey)), content);
        section.addClassName("facts");
        return section;
    }

    private static KeyValueList sums(Order order) {
        KeyValueList sums =
                new KeyValueList().fact(Texts.t("orders.sums.goods"), Formats.money(order.goods(), order.currency()));
        if (order.discount().signum() > 0) {
            sums.fact(
                    Texts.t("orders.sums.discount"),
                    Formats.money(order.discount().negate(), order.currency()));
        }
        if (order.delivery().cost().signum() > 0) {
            sums.fact(
                    Texts.t("orders.sums.delivery"),
                    Formats.money(order.delivery().cost(), order.currency()));
        }
        return sums.fact(Texts.t("orders.total"), Formats.money(order.total(), order.currency()));
    }

    private static KeyValueList customer(@Nullable Customer customer, Order seen) {
        KeyValueList facts = new KeyValueList();
        if (customer == null) {
            return facts;
        }
        facts.fact(Texts.word("orders.customerType", customer.type()), customer.name());
        known(facts, "orders.customer.phone", customer.phone());
        known(facts, "orders.customer.email", customer.email());
        known(facts, "orders.customer.taxId", customer.taxId());
        known(facts, "orders.customer.kpp", customer.kpp());
        known(facts, "orders.customer.comment", seen.comment());
        return facts;
    }

    private static void known(KeyValueList facts, String key, @Nullable String value) {
        if (value != null) {
            facts.fact(Texts.t(key), value);
        }
    }

    private static boolean hasDelivery(OrderDelivery delivery) {
        return delivery.carrier() != null
                || delivery.kind() != null
                || delivery.pointCode() != null
                || delivery.address() != null;
    }

    private static KeyValueList delivery(Order order) {
        OrderDelivery delivery = order.delivery();
        KeyValueList facts = new KeyValueList();
        known(facts, "orders.delivery.carrier", OrderWords.carrier(delivery.carrier()));
        known(facts, "orders.delivery.kind", OrderWords.deliveryKind(delivery.kind()));
        known(facts, "orders.delivery.point", delivery.pointCode());
        known(facts, "orders.delivery.address", delivery.address());
        return facts;
    }

    private static List<Timeline.Entry> timeline(List<OrderEvent> events) {
        return events.stream()
                .map(event -> new Timeline.Entry(
                        event.at(),
                        tone(event.kind()),
                        text(event),
                        OrderWords.actor(event.actor()),
                        detail(event),
                        event.messageId() == null ? null : "messages/" + event.messageId()))
                .toList();
    }

    /** 1C's word, and what it made of the order. */
    private static @Nullable String detail(OrderEvent event) {
        if (event.status() == null) {
            return event.detail();
        }
        String status = Texts.word("orders.status", event.status());
        return event.detail() == null ? status : Texts.t("orders.statuses.meaning", event.detail(), status);
    }

    private static String text(OrderEvent event) {
        String what = event.way() == null
                ? Texts.word("orders.event", event.kind())
                : Texts.t(
                        "orders.event.by",
                        Texts.word("orders.event", event.kind()),
                        Texts.word("orders.way", event.way()));
        return event.partNumber() == null ? what : Texts.t("orders.event.ofPart", what, event.partNumber());
    }

    private static Tone tone(OrderEvent.Kind kind) {
        return switch (kind) {
            case PLACED,
                    PREPARED,
                    HANDED_OVER,
                    STATUS_CHANGED,
                    RELEASED,
                    LINES_AGREE,
                    PAID_IN_ONEC,
                    SHIPPED_IN_ONEC,
                    RESTORED_IN_ONEC,
                    IDENTITY_DECIDED -> Tone.INFO;
            case CONFIRMED, PAID, PAID_ONLINE -> Tone.GOOD;
            case PARTLY_REFUNDED, REFUNDED -> Tone.WARN;
            case OFFERED_AGAIN,
                    NOT_CONFIRMED,
                    NUMBER_DIFFERS,
                    STATUS_UNKNOWN,
                    LINES_DIFFER,
                    PAYMENT_WITHDRAWN,
                    SHIPMENT_WITHDRAWN,
                    DELETED_IN_ONEC,
                    IDENTITY_DISPUTED -> Tone.WARN;
            case STATUS_HELD_BACK -> Tone.QUIET;
            case REJECTED -> Tone.BAD;
            case CANCELLED -> Tone.QUIET;
        };
    }
}
