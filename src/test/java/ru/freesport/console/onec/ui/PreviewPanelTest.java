package ru.freesport.console.onec.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
import ru.freesport.console.onec.exchange.SaleDocuments;
import ru.freesport.console.onec.preview.OrderPreviews;
import ru.freesport.console.orders.NewOrder;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;

@ConsoleTest
@WithMockUser(username = "manager", roles = "MANAGER")
class PreviewPanelTest extends SpringBrowserlessTest {

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
    private SaleDocuments documents;

    @Autowired
    private OrderPreviews previews;

    private Customer customer;
    private Order order;

    @BeforeEach
    void begin() {
        SomeOrders some = new SomeOrders(dataSource, customers, orders);
        customer = some.person();
        order = some.placed(new NewOrder(
                customer.id(),
                List.of(
                        SomeOrders.line(
                                some.goods("ball", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE), "3", "333.33"),
                        SomeOrders.line(
                                some.goods("boat", "22", "700.00", SomeOrders.FIVE_PERCENT_WAREHOUSE), "1", "650.00")),
                new OrderDelivery("cdek", "DOOR", null, "ул. Ленина, 1", new BigDecimal("300.00")),
                new BigDecimal("100.00"),
                null));
    }

    @Test
    void everyPartLeadsToWhatOneCWillSeeOfIt() {
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> link.getText().equals("Что увидит 1С"))
                        .map(Anchor::getHref))
                .hasSize(2)
                .allMatch(("orders/" + order.number() + "?tab=onec")::equals);
    }

    @Test
    void thePreviewReckonsSumsAndVatAnewAndComparesNamesWithoutShowingContacts() {
        open();
        assertThat(find(PreviewSection.class).all()).hasSize(2);
        assertThat(texts())
                .contains("Всё сходится", "22\u00a0%", "5\u00a0%")
                .contains("Организация «ORG-A». Написание совпадает с настройками.")
                .contains("Склад «2 ТЛВ склад». Написание совпадает с настройками.")
                .contains("НДС включён в цены, и документ говорит об этом там, где читает 1С")
                .doesNotContain("Проверьте");
        assertThat(find(Pre.class).all()).isEmpty();
    }

    @Test
    void anotherSpellingOfTheOrganisationIsFound() {
        database.sql("UPDATE order_part SET organisation = 'ORG A' WHERE order_id = ? AND organisation = 'ORG-A'")
                .param(order.id())
                .update();
        open();
        assertThat(texts())
                .contains("Есть замечания")
                .contains("Организация «ORG A». В настройках пишется иначе: «ORG-A»."
                        + " 1С ищет по точному названию и не найдёт одно из двух.");
    }

    @Test
    void theDocumentIsByteForByteWhatAQuestionWouldBeAnsweredWithAndSeeingItIsWrittenDown() {
        open();
        assertThat(shownTimes()).isZero();
        test(find(Button.class).withText("Показать документ").all().getFirst()).click();

        String shown = find(Pre.class).single().getText();
        assertThat(shown).contains(customer.email(), "ул. Ленина, 1");
        String time = shown.replaceAll("(?s).*ДатаФормирования=\"(.*?)\".*", "$1");
        byte[] answer = RunAs.system(() -> documents.orders(
                handover.find(List.of(order.parts().getFirst().onecKey())),
                previews.version(),
                LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Moscow")).toInstant()));
        assertThat(shown.getBytes(Charset.forName("windows-1251"))).isEqualTo(answer);
        assertThat(shownTimes()).isPositive();
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesTheChecksAndNotTheDocument() {
        open();
        assertThat(find(PreviewSection.class).all()).hasSize(2);
        assertThat(find(Button.class).withText("Показать документ").all()).isEmpty();
        assertThatThrownBy(
                        () -> previews.document(order, order.parts().getFirst().onecKey()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void open() {
        UI.getCurrent().navigate("orders/" + order.number(), QueryParameters.of("tab", "onec"));
    }

    private long shownTimes() {
        return database.sql("SELECT count(*) FROM audit_entry WHERE actor = 'manager' AND audit_entry::text LIKE ?")
                .param("%" + order.number() + "%")
                .query(Long.class)
                .single();
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
