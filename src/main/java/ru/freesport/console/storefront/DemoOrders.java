package ru.freesport.console.storefront;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.Product;
import ru.freesport.console.catalog.ProductFeed;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Registration;
import ru.freesport.console.orders.NewOrder;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.Placement;
import ru.freesport.console.shared.Actor;
import tools.jackson.databind.json.JsonMapper;

/** A few customers and orders for a demo that has none yet, placed the way the storefront places them. */
@Component
@Profile("demo")
@Order(200)
class DemoOrders implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOrders.class);
    private static final int ORDERS = 14;
    private static final int LOOKED_AT = 60;
    private static final int MOST_LINES = 4;
    private static final long SEED = 11;

    /** Invented; only the check digits of the INNs are right. */
    private static final String CUSTOMERS = "demo/customers.json";

    private final Customers customers;
    private final Orders orders;
    private final ProductFeed feed;
    private final JdbcClient database;
    private final JsonMapper json;

    DemoOrders(Customers customers, Orders orders, ProductFeed feed, JdbcClient database, JsonMapper json) {
        this.customers = customers;
        this.orders = orders;
        this.feed = feed;
        this.database = database;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean isEmpty = database.sql("SELECT NOT EXISTS (SELECT FROM customer)")
                .query(Boolean.class)
                .single();
        if (isEmpty) {
            RunAs.actor(Actor.storefront("demo-storefront"), this::place);
        }
    }

    private void place() {
        List<Offer> offers = offers();
        if (offers.isEmpty()) {
            LOG.warn("The demo's catalogue has nothing to sell: no orders are placed");
            return;
        }
        Random random = new Random(SEED);
        List<UUID> buyers = customers().stream()
                .map(this::registered)
                .flatMap(Optional::stream)
                .toList();
        for (int at = 0; at < ORDERS; at++) {
            List<NewOrder.Line> lines = new ArrayList<>();
            for (int line = 0; line <= random.nextInt(MOST_LINES); line++) {
                Offer offer = offers.get(random.nextInt(offers.size()));
                lines.add(new NewOrder.Line(offer.variant, BigDecimal.valueOf(1 + random.nextInt(3)), offer.price));
            }
            NewOrder order = new NewOrder(
                    buyers.get(at % buyers.size()),
                    lines,
                    delivery(at),
                    at % 5 == 0 ? new BigDecimal("100.00") : BigDecimal.ZERO,
                    null);
            if (orders.place(order) instanceof Placement.Refused refused) {
                LOG.warn("An order of the demo was refused: {}", refused.violations());
            }
        }
    }

    private List<CustomerFields> customers() {
        try (InputStream file = new ClassPathResource(CUSTOMERS).getInputStream()) {
            return List.of(json.readValue(file, CustomerFields[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Offer(String variant, BigDecimal price) {}

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (Product product : feed.page(null, Long.MIN_VALUE, LOOKED_AT).products()) {
            for (Product.Variant variant : product.variants()) {
                if (product.active() && variant.active() && !variant.deleted()) {
                    variant.prices().stream()
                            .filter(price -> price.level() == PriceLevel.RETAIL)
                            .map(Product.LevelPrice::amount)
                            .filter(amount -> amount != null && amount.signum() > 0)
                            .forEach(amount -> offers.add(new Offer(variant.onecId(), amount)));
                }
            }
        }
        return offers;
    }

    private Optional<UUID> registered(CustomerFields fields) {
        return customers.register(fields) instanceof Registration.Done done
                ? Optional.of(done.customer().id())
                : Optional.empty();
    }

    private static OrderDelivery delivery(int at) {
        return switch (at % 3) {
            case 0 -> new OrderDelivery("cdek", "POINT", "MSK" + (100 + at), null, new BigDecimal("350.00"));
            case 1 -> new OrderDelivery("boxberry", "POINT", "BB" + (200 + at), null, new BigDecimal("290.50"));
            default -> OrderDelivery.NONE;
        };
    }
}
