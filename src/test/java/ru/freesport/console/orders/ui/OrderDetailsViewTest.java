package ru.freesport.console.orders.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.NewOrder;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderCancelling;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.shared.ui.EmptyState;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class OrderDetailsViewTest extends SpringBrowserlessTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderHandover handover;

    @Autowired
    private OrderCancelling cancelling;

    private SomeOrders some;
    private Customer customer;
    private Order order;

    @BeforeEach
    void begin() {
        some = new SomeOrders(dataSource, customers, orders);
        customer = some.person();
        order = some.placed(new NewOrder(
                customer.id(),
                List.of(
                        SomeOrders.line(
                                some.goods("ball", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE), "2", "1000.00"),
                        SomeOrders.line(
                                some.goods("boat", "22", "700.00", SomeOrders.FIVE_PERCENT_WAREHOUSE), "1", "650.00")),
                new OrderDelivery("cdek", "DOOR", null, "ул. Ленина, 1", new BigDecimal("300.00")),
                new BigDecimal("100.00"),
                null));
    }

    @Test
    void anOrderShowsItsPartsRowsAndSums() {
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(find(PartSection.class).all()).hasSize(2);
        assertThat(texts())
                .contains("НДС 22\u00a0%", "НДС 5\u00a0%", "ORG-A", "ORG-B", "не из прайса")
                .contains("2\u00a0850,00\u00a0₽", "−100,00\u00a0₽".replace('−', '-'));
    }

    @Test
    void aPartsNumberOpensItsOrder() {
        UI.getCurrent().navigate("orders/" + order.number() + "2");
        assertThat(find(PartSection.class).all()).hasSize(2);
    }

    @Test
    void aPartThatOneCDoesNotConfirmSaysHowOftenSinceWhenAndHowLongItIsWaitedFor() {
        String key = order.parts().getFirst().onecKey();
        RunAs.system(() -> {
            handover.prepared(List.of(key));
            handover.prepared(List.of(key));
        });
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts())
                .contains("1С не подтверждает: предложена 2 раза")
                .anyMatch(text -> text.matches("На подтверждение отведено 30.мин, ждём до \\d\\d:\\d\\d:\\d\\d"));

        database.sql("UPDATE order_part SET offered_at = now() - interval '1 hour' WHERE onec_key = ?")
                .param(key)
                .update();
        UI.getCurrent().navigate("orders");
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts()).anyMatch(text -> text.matches("На подтверждение отведено 30.мин, они прошли\\..*"));
        RunAs.system(() -> handover.confirmed(key, null, HandoverWay.EXCHANGE));
    }

    @Test
    void contactsAreShownOnAskingAndItIsWrittenDown() {
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts()).doesNotContain(customer.email(), customer.phone(), "ул. Ленина, 1");
        assertThat(shownTimes()).isZero();
        test(find(Button.class).withText("Показать контакты").single()).click();
        assertThat(texts()).contains(customer.email(), customer.phone(), "ул. Ленина, 1");
        assertThat(shownTimes()).isEqualTo(1);
    }

    @Test
    void anOrderThatOneCDoesNotKnowIsCancelledWithAReason() {
        UI.getCurrent().navigate("orders/" + order.number());
        test(find(Button.class).withText("Отменить заказ").single()).click();
        test(find(TextArea.class).single()).setValue("клиент передумал");
        test(find(Button.class).withText("Отменить заказ").all().getLast()).click();
        assertThat(orders.find(order.number()).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(find(Button.class).withText("Отменить заказ").all()).isEmpty();
        assertThat(texts()).contains("Заказ отменён");
    }

    @Test
    void whatOneCRefusedIsSentAgainByAPerson() {
        String key = order.parts().getFirst().onecKey();
        RunAs.system(() -> handover.rejected(key, "Нет договора"));
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts()).contains("1С не приняла: Нет договора");
        test(find(Button.class).withText("Отправить снова").first()).click();
        test(find(TextArea.class).single()).setValue("договор подписан");
        test(find(Button.class).withText("Отправить снова").all().getLast()).click();
        assertThat(orders.find(order.number()).orElseThrow().parts().getFirst().rejectedAt())
                .isNull();
    }

    @Test
    void aSilentOneCIsTold() {
        String key = order.parts().getFirst().onecKey();
        RunAs.system(() -> {
            handover.prepared(List.of(key));
            handover.prepared(List.of(key));
        });
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts()).contains("1С не подтверждает: предложена 2 раза");
    }

    @Test
    void anUnknownNumberIsSaid() {
        UI.getCurrent().navigate("orders/0000000000");
        assertThat(find(EmptyState.class).all()).hasSize(1);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerNeitherSeesContactsNorActs() {
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts()).doesNotContain(customer.name(), customer.email());
        assertThat(find(Button.class).withText("Показать контакты").all()).isEmpty();
        assertThat(find(Button.class).withText("Отменить заказ").all()).isEmpty();
        assertThatThrownBy(() -> orders.reveal(order.number())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> cancelling.cancel(order.number(), "так")).isInstanceOf(AccessDeniedException.class);
    }

    private long shownTimes() {
        return database.sql("SELECT count(*) FROM audit_entry WHERE action = 'customers.contacts.shown' AND became = ?")
                .param("order:" + order.number())
                .query(Long.class)
                .single();
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
