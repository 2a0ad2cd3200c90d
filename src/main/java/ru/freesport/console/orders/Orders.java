package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.catalog.SellableVariant;
import ru.freesport.console.catalog.SellableVariants;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.OrderViolation.Rule;
import ru.freesport.console.shared.Actor;

/** Places orders and finds them by number. */
@Service
@Transactional(readOnly = true)
public class Orders {

    static final String MAY_READ = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER',"
            + " 'STOREFRONT', 'EXCHANGE', 'SYSTEM')";

    private static final int KOPECKS = 2;

    private final Customers customers;
    private final SellableVariants variants;
    private final OrderRouteTable routes;
    private final OrderNumbers numbers;
    private final OrderStore store;
    private final OrderReading reading;
    private final OrderEvents events;
    private final ApplicationEventPublisher publisher;
    private final OrdersSettings settings;
    private final Clock clock;
    private final ZoneId zone;
    private final CurrentUser user;

    Orders(
            Customers customers,
            SellableVariants variants,
            OrderRouteTable routes,
            OrderNumbers numbers,
            OrderStore store,
            OrderReading reading,
            OrderEvents events,
            ApplicationEventPublisher publisher,
            OrdersSettings settings,
            Clock clock,
            @Value("${freesport.shared.zone}") ZoneId zone,
            CurrentUser user) {
        this.customers = customers;
        this.variants = variants;
        this.routes = routes;
        this.numbers = numbers;
        this.store = store;
        this.reading = reading;
        this.events = events;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
        this.user = user;
    }

    /** Nothing is written when anything is wrong with the order. */
    @PreAuthorize("hasAnyRole('STOREFRONT', 'SYSTEM')")
    @Transactional
    public Placement place(NewOrder wish) {
        NewOrder order = inKopecks(wish);
        Optional<Customer> customer = customers.find(order.customerId());
        if (customer.isEmpty()) {
            return refused(Rule.CUSTOMER_UNKNOWN, order.customerId().toString());
        }
        Map<String, SellableVariant> known = variants.find(
                order.lines().stream().map(NewOrder.Line::variantOnecId).toList());
        List<OrderViolation> violations = OrderChecks.of(order, known, settings.lines());
        if (!violations.isEmpty()) {
            return new Placement.Refused(violations);
        }
        Instant now = clock.instant();
        int year = now.atZone(zone).getYear();
        OrderSplit split = split(order, known, year);
        BigDecimal goods = split.goods();
        if (order.discount().compareTo(goods) > 0) {
            return refused(Rule.DISCOUNT_OVER_GOODS, order.discount().toPlainString());
        }
        List<OrderSplit.Draft> parts =
                split.parts(order.discount(), order.delivery().cost(), settings.delivery());
        if (parts.size() > OrderNumbers.MOST_PARTS) {
            return refused(Rule.TOO_MANY_PARTS, Integer.toString(parts.size()));
        }
        String number = numbers.next(customer.get().code(), year);
        UUID id = store.store(number, order, goods, parts, now);
        events.note(id, null, OrderEvent.Kind.PLACED, null);
        publisher.publishEvent(new OrderPlaced(id, number));
        return new Placement.Placed(reading.byId(id));
    }

    /**
     * People see no address and no comment until they {@link #reveal} them.
     *
     * @param number of the order or of one of its parts
     */
    @PreAuthorize(MAY_READ)
    public Optional<Order> find(String number) {
        boolean isPerson = user.actor().kind() == Actor.Kind.PERSON;
        return reading.byNumber(number).map(order -> isPerson ? order.withoutPersonalData() : order);
    }

    /** The customer with all contacts, and the order with its address and comment: it is written down who saw them. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE')")
    @Transactional
    public Optional<Revealed> reveal(String number) {
        return reading.byNumber(number)
                .flatMap(order -> customers
                        .reveal(order.customerId(), "order:" + order.number())
                        .map(customer -> new Revealed(order, customer)));
    }

    /** Personal data, shown because somebody asked. */
    public record Revealed(Order order, Customer customer) {}

    /** The customer as everybody may see them beside the order. */
    @PreAuthorize(MAY_READ)
    public Optional<Customer> customer(Order order) {
        return Optional.ofNullable(customers.glance(List.of(order.customerId())).get(order.customerId()));
    }

    /** How long 1C may leave an offered part unconfirmed before people are told. */
    public Duration confirmationWindow() {
        return settings.confirmation();
    }

    /** What happened to an order and its parts, newest first. */
    @PreAuthorize(MAY_READ)
    public List<OrderEvent> events(UUID orderId) {
        return events.of(orderId);
    }

    private OrderSplit split(NewOrder order, Map<String, SellableVariant> known, int year) {
        Routing routing = routes.routing();
        return new OrderSplit(order.lines().stream()
                .map(line -> wanted(line, known.get(line.variantOnecId()), routing, year))
                .toList());
    }

    private static OrderSplit.Wanted wanted(NewOrder.Line line, SellableVariant variant, Routing routing, int year) {
        Routing.Place place = routing.place(variant, line.quantity());
        Routing.Vat vat = routing.vat(place, variant, year);
        return new OrderSplit.Wanted(
                variant,
                line.quantity(),
                line.price(),
                place,
                routing.organisation(place, vat.rate()),
                vat,
                listed(variant, line.price()));
    }

    private static SellableVariant.@Nullable Listed listed(SellableVariant variant, BigDecimal price) {
        return variant.prices().stream()
                .filter(one -> one.amount().compareTo(price) == 0)
                .findFirst()
                .orElse(null);
    }

    /** Sums with more digits stay as they are, for the checks to find. */
    private static NewOrder inKopecks(NewOrder order) {
        OrderDelivery delivery = order.delivery();
        return new NewOrder(
                order.customerId(),
                order.lines().stream()
                        .map(line -> new NewOrder.Line(line.variantOnecId(), line.quantity(), kopecks(line.price())))
                        .toList(),
                new OrderDelivery(
                        delivery.carrier(),
                        delivery.kind(),
                        delivery.pointCode(),
                        delivery.address(),
                        kopecks(delivery.cost())),
                kopecks(order.discount()),
                order.comment());
    }

    private static BigDecimal kopecks(BigDecimal sum) {
        return sum.stripTrailingZeros().scale() > KOPECKS ? sum : sum.setScale(KOPECKS);
    }

    private static Placement refused(Rule rule, String value) {
        return new Placement.Refused(List.of(new OrderViolation(rule, null, value)));
    }
}
