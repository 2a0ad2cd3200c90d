package ru.freesport.console.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.OrderViolation.Rule;

@ConsoleTest
@WithMockUser(username = "job", roles = "SYSTEM")
class OrdersTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    private SomeOrders some;
    private Customer customer;
    private String ball;

    @BeforeEach
    void begin() {
        some = new SomeOrders(dataSource, customers, orders);
        customer = some.person();
        ball = some.goods("ball", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE);
    }

    @Test
    void anOrderIsSplitByRateAndWarehouseAndRemembersWhatWasAgreed() {
        String net = some.goods("net", "10", "333.33", SomeOrders.OWN_VAT_WAREHOUSE);
        String boat = some.goods("boat", "22", "500.00", SomeOrders.FIVE_PERCENT_WAREHOUSE);
        Order order = some.placed(new NewOrder(
                customer.id(),
                List.of(
                        SomeOrders.line(ball, "2", "1000.00"),
                        SomeOrders.line(net, "3", "333.33"),
                        SomeOrders.line(boat, "1", "450.00")),
                new OrderDelivery("cdek", "POINT", "MSK1", null, new BigDecimal("350.5")),
                new BigDecimal("100.01"),
                null));
        assertThat(order.goods()).isEqualByComparingTo("3449.99");
        assertThat(order.total()).isEqualByComparingTo("3700.48");
        assertThat(order.parts()).extracting(part -> part.vat().code()).containsExactly("22", "10", "5");
        assertThat(order.parts()).extracting(OrderPart::organisation).containsExactly("ORG-A", "ORG-A", "ORG-B");
        assertThat(order.parts())
                .extracting(OrderPart::number)
                .containsExactly(order.number() + "1", order.number() + "2", order.number() + "3");
        assertThat(order.parts().stream().map(OrderPart::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(order.total());

        some.catalog.price("ball#1", ru.freesport.console.catalog.SomeCatalog.RETAIL, "2000.00");
        OrderLine line = orders.find(order.number())
                .orElseThrow()
                .parts()
                .getFirst()
                .lines()
                .getFirst();
        assertThat(line.price()).isEqualByComparingTo("1000.00");
        assertThat(line.priceLevel()).isEqualTo(PriceLevel.RETAIL);
        assertThat(line.isPriceListed()).isTrue();
        assertThat(order.parts().getLast().lines().getFirst().isPriceListed()).isFalse();
    }

    @Test
    void numbersAreTheCustomersTheYearsAndTheOrders() {
        Order first = some.order(customer.id(), SomeOrders.line(ball, "1", "1000.00"));
        Order second = some.order(customer.id(), SomeOrders.line(ball, "1", "1000.00"));
        assertThat(first.number()).hasSize(10).endsWith("001");
        assertThat(second.number()).isEqualTo(first.number().substring(0, 7) + "002");
        assertThat(OrderNumbers.of(7, 2026, 1000)).isEqualTo("0000726A00");
        assertThat(OrderNumbers.part("0000726A00", 9)).isEqualTo("0000726A009");
        assertThat(OrderNumbers.part("0000726A00", 35)).isEqualTo("0000726A00Z");
    }

    @Test
    void ordersPlacedAtOnceGetNumbersOfTheirOwn() throws Exception {
        List<String> numbers = new ArrayList<>();
        try (ExecutorService placing = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Order>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(placing.submit(() -> some.order(customer.id(), SomeOrders.line(ball, "1", "1000.00"))));
            }
            for (Future<Order> one : all) {
                numbers.add(one.get().number());
            }
        }
        assertThat(new HashSet<>(numbers)).hasSize(12);
    }

    @Test
    void aKeyNeverChangesAndNamesThePart() {
        Order order = some.order(customer.id(), SomeOrders.line(ball, "1", "1000.00"));
        OrderPart part = order.parts().getFirst();
        assertThat(part.onecKey()).isEqualTo("order-" + part.id()).hasSizeLessThanOrEqualTo(73);
    }

    @Test
    void everyViolationIsToldWithItsLineAndNothingIsWritten() {
        Placement placement = some.place(new NewOrder(
                customer.id(),
                List.of(
                        SomeOrders.line("nothing", "1", "1.00"),
                        SomeOrders.line(ball, "0", "1.001"),
                        SomeOrders.line(ball, "0.0001", "-1")),
                new OrderDelivery(null, null, null, null, new BigDecimal("-1")),
                new BigDecimal("0.001"),
                null));
        assertThat(placement)
                .isInstanceOfSatisfying(
                        Placement.Refused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(one -> one.rule() + ":" + one.line())
                                .containsExactlyInAnyOrder(
                                        Rule.DELIVERY_COST_WRONG + ":null",
                                        Rule.DISCOUNT_WRONG + ":null",
                                        Rule.VARIANT_UNKNOWN + ":0",
                                        Rule.QUANTITY_NOT_POSITIVE + ":1",
                                        Rule.PRICE_TOO_FINE + ":1",
                                        Rule.QUANTITY_TOO_FINE + ":2",
                                        Rule.PRICE_NEGATIVE + ":2"));
        assertThat(written()).isZero();
    }

    @Test
    void anEmptyOrderATooLongOneAndATooLargeDiscountAreRefused() {
        assertThat(rules(List.of(), "0")).containsExactly(Rule.NO_LINES);
        assertThat(rules(java.util.Collections.nCopies(501, SomeOrders.line(ball, "1", "1.00")), "0"))
                .containsExactly(Rule.TOO_MANY_LINES);
        assertThat(rules(List.of(SomeOrders.line(ball, "1", "10.00")), "10.01"))
                .containsExactly(Rule.DISCOUNT_OVER_GOODS);
        assertThat(rules(List.of(SomeOrders.line(ball, "9999999999", "10.00")), "0"))
                .containsExactly(Rule.QUANTITY_TOO_LARGE);
        assertThat(written()).isZero();
    }

    @Test
    void anUnknownCustomerIsRefused() {
        assertThat(some.place(new NewOrder(
                        UUID.randomUUID(),
                        List.of(SomeOrders.line(ball, "1", "1.00")),
                        OrderDelivery.NONE,
                        BigDecimal.ZERO,
                        null)))
                .isInstanceOf(Placement.Refused.class);
    }

    @Test
    @WithMockUser(username = "manager", roles = "MANAGER")
    void peopleDoNotPlaceOrders() {
        assertThatThrownBy(() -> orders.place(new NewOrder(
                        customer.id(),
                        List.of(SomeOrders.line(ball, "1", "1.00")),
                        OrderDelivery.NONE,
                        BigDecimal.ZERO,
                        null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<Rule> rules(List<NewOrder.Line> lines, String discount) {
        return some.place(new NewOrder(customer.id(), lines, OrderDelivery.NONE, new BigDecimal(discount), null))
                        instanceof Placement.Refused refused
                ? refused.violations().stream().map(OrderViolation::rule).toList()
                : List.of();
    }

    private long written() {
        return database.sql("SELECT count(*) FROM shop_order WHERE customer_id = ?")
                .param(customer.id())
                .query(Long.class)
                .single();
    }
}
