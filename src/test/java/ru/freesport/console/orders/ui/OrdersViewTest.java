package ru.freesport.console.orders.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.ListedOrder;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderFilter;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderList;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SilentOrders;
import ru.freesport.console.orders.SomeOrders;

@ConsoleTest
@WithMockUser(username = "support", roles = "SUPPORT")
class OrdersViewTest extends SpringBrowserlessTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderList list;

    @Autowired
    private OrderHandover handover;

    private SomeOrders some;
    private Customer customer;
    private Order order;

    @BeforeEach
    void begin() {
        some = new SomeOrders(dataSource, customers, orders);
        customer = some.person();
        order = some.order(
                customer.id(),
                SomeOrders.line(some.goods("ball", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE), "1", "1000.00"));
    }

    @Test
    void anOrderIsFoundByAnythingTheCustomerReadsOut() {
        RunAs.system(
                () -> handover.confirmed(order.parts().getFirst().onecKey(), "1C-" + order.number(), HandoverWay.HTTP));
        String phone = customer.phone();
        for (String said : new String[] {
            order.number(),
            order.number() + "1",
            "1C-" + order.number(),
            customer.lastName(),
            customer.email(),
            phone,
            "8" + phone.substring(2),
            phone.substring(phone.length() - 7)
        }) {
            assertThat(list.page(new OrderFilter(said, null, null, false), null, 50))
                    .as(said)
                    .extracting(ListedOrder::number)
                    .contains(order.number());
        }
        assertThat(list.page(new OrderFilter("нет такого", null, null, false), null, 50))
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFoundOrderOpensWithAClick() {
        UI.getCurrent().navigate("orders", QueryParameters.of("q", order.number()));
        Grid<ListedOrder> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).customer()).isEqualTo(customer.name());
        test(grid).clickRow(0);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("orders/" + order.number());
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsPersonalIsSearchedWithoutStandingInTheAddress() {
        UI.getCurrent().navigate("orders");
        TextField search = find(TextField.class).single();
        test(search).setValue(customer.email());
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .doesNotContain(some.catalog.mark);
        Grid<ListedOrder> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).number()).isEqualTo(order.number());
    }

    @Test
    void theChipLeavesWhatNeedsAttention() {
        Order refused = some.order();
        Order silent = some.order();
        String silentKey = silent.parts().getFirst().onecKey();
        RunAs.system(() -> {
            handover.rejected(refused.parts().getFirst().onecKey(), "Нет договора");
            handover.prepared(List.of(silentKey));
            handover.prepared(List.of(silentKey));
        });
        List<String> found = list.page(new OrderFilter("", null, null, true), null, 1000).stream()
                .map(ListedOrder::number)
                .toList();
        assertThat(found).contains(refused.number(), silent.number()).doesNotContain(order.number());
        RunAs.system(() -> handover.confirmed(silentKey, null, HandoverWay.HTTP));
        assertThat(list.page(new OrderFilter(silent.number(), null, null, true), null, 10))
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatOneCDoesNotConfirmIsFilteredAndToldWithHowOftenAndSinceWhen() {
        String key = order.parts().getFirst().onecKey();
        Order refused = some.order();
        RunAs.system(() -> {
            handover.prepared(List.of(key));
            handover.prepared(List.of(key));
            handover.prepared(List.of(key));
            handover.rejected(refused.parts().getFirst().onecKey(), "Нет договора");
        });
        database.sql("UPDATE order_part SET offered_at = now() - interval '50 years' WHERE onec_key = ?")
                .param(key)
                .update();
        OrderFilter unconfirmed = new OrderFilter("", null, null, false, true, false);
        assertThat(list.page(unconfirmed, null, 1000))
                .extracting(ListedOrder::number)
                .contains(order.number())
                .doesNotContain(refused.number());
        SilentOrders silent = list.silent().orElseThrow();
        assertThat(silent.orders()).isPositive();
        assertThat(silent.since()).isBefore(java.time.Instant.now().minus(java.time.Duration.ofDays(10_000)));
        assertThat(silent.offers()).isGreaterThanOrEqualTo(3);

        UI.getCurrent()
                .navigate(
                        "orders",
                        QueryParameters.full(java.util.Map.of(
                                "q", new String[] {order.number()}, "show", new String[] {"unconfirmed"})));
        Grid<ListedOrder> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).unconfirmed().offers()).isEqualTo(3);
        assertThat(find(SilenceNotice.class).all()).hasSize(1);
        RunAs.system(() -> handover.confirmed(key, null, HandoverWay.EXCHANGE));
    }

    @Test
    void theListPagesByWhatComesAfter() {
        Order next = some.order();
        ListedOrder first = list.page(OrderFilter.ALL, null, 1).getFirst();
        assertThat(first.number()).isEqualTo(next.number());
        assertThat(list.page(OrderFilter.ALL, first.position(), 1).getFirst().number())
                .isEqualTo(order.number());
    }

    @Test
    void theOrdersOfACustomerAreFoundByTheCustomersIdAlsoThoseOfWhoBecamePartOfThem() {
        Order others = some.order();
        OrderFilter all = new OrderFilter(customer.id().toString(), null, null, false);
        assertThat(list.page(all, null, 50)).extracting(ListedOrder::number).containsExactly(order.number());
        database.sql("UPDATE customer SET merged_into = ? WHERE id = ?")
                .params(customer.id(), others.customerId())
                .update();
        assertThat(list.page(all, null, 50))
                .extracting(ListedOrder::number)
                .containsExactly(others.number(), order.number());
    }

    @Test
    void theExportIsAuditedWithoutWhatWasSearched() {
        List<ListedOrder> rows = new ArrayList<>();
        list.export(new OrderFilter(customer.email(), null, null, false), rows::add);
        assertThat(rows).extracting(ListedOrder::number).containsExactly(order.number());
        assertThat(database.sql("SELECT became FROM audit_entry WHERE action = 'orders.exported' AND actor = 'support'"
                                + " ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .doesNotContain(customer.email());
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesNoNamesAndCannotAskForThem() {
        ListedOrder row = list.page(new OrderFilter(order.number(), null, null, false), null, 1)
                .getFirst();
        assertThat(row.customer()).isEqualTo("О••• М•••");
        assertThat(list.page(new OrderFilter(customer.lastName(), null, null, false), null, 1))
                .isEmpty();
    }

    @Test
    @WithMockUser(username = "exchange", roles = "EXCHANGE")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(OrdersView.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
