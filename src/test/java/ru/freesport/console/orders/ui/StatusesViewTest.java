package ru.freesport.console.orders.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderFilter;
import ru.freesport.console.orders.OrderList;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.orders.statuses.OrderReports;
import ru.freesport.console.orders.statuses.ReportSource;
import ru.freesport.console.orders.statuses.ReportedOrder;
import ru.freesport.console.orders.statuses.SomeReports;
import ru.freesport.console.orders.statuses.StatusMap;
import ru.freesport.console.orders.statuses.StatusMapOutcome;
import ru.freesport.console.orders.statuses.StatusMaps;

@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class StatusesViewTest extends SpringBrowserlessTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderList list;

    @Autowired
    private OrderReports reports;

    @Autowired
    private StatusMaps maps;

    private Order order;
    private OrderPart part;
    private String word;

    @BeforeEach
    void begin() {
        SomeOrders some = new SomeOrders(dataSource, customers, orders);
        order = some.order();
        part = order.parts().getFirst();
        word = "Комплектуется " + some.catalog.mark;
    }

    @Test
    void anUnknownWordIsAQuestionThatOneClickAnswers() {
        take(SomeReports.says(part, word));
        UI.getCurrent().navigate("settings/statuses");
        assertThat(texts()).contains("Что значит «" + word + "»?", "1С говорит так о 1 части заказа");
        test(answer(word, "В работе")).click();
        assertThat(maps.current().find(word).map(StatusMap.Word::status)).contains(OrderStatus.PROCESSING);
        assertThat(texts()).doesNotContain("Что значит «" + word + "»?");
    }

    @Test
    void aStatusThatNobodyComesBackFromIsAskedForTwice() {
        take(SomeReports.says(part, word));
        UI.getCurrent().navigate("settings/statuses");
        test(answer(word, "Отменён")).click();
        assertThat(maps.current().find(word)).isEmpty();
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(maps.current().find(word).map(StatusMap.Word::status)).contains(OrderStatus.CANCELLED);
    }

    @Test
    void wordsAreAddedForgottenAndBroughtBackWithReasonsAndHistory() {
        UI.getCurrent().navigate("settings/statuses", QueryParameters.of("tab", "map"));
        find(TextField.class).single().setValue(word);
        test(find(Button.class).withText("Добавить").single()).click();
        long added = maps.current().version();
        assertThat(maps.current().find(word).map(StatusMap.Word::status)).contains(OrderStatus.PENDING);
        test(find(Button.class)
                        .withPropertyValue(Button::getAriaLabel, java.util.Optional.of("Убрать «" + word + "»"))
                        .single())
                .click();
        reason("больше не пишут");
        test(find(Button.class).withText("Убрать").single()).click();
        assertThat(maps.current().find(word)).isEmpty();

        UI.getCurrent().navigate("settings/statuses", QueryParameters.of("tab", "history"));
        assertThat(texts()).contains("больше не пишут", Long.toString(added));
        assertThat(maps.restore(added, maps.current().version(), "поторопились"))
                .isInstanceOf(StatusMapOutcome.Done.class);
        assertThat(maps.current().find(word)).isPresent();
        assertThat(maps.current().restores()).isEqualTo(added);
    }

    @Test
    void whoeverWasSlowerIsToldAndOverwritesNothing() {
        long seen = maps.current().version();
        maps.say(word, OrderStatus.SHIPPED, seen, "");
        assertThat(maps.say(word, OrderStatus.PENDING, seen, "поздно"))
                .isInstanceOfSatisfying(
                        StatusMapOutcome.Clash.class,
                        clash -> assertThat(clash.theirs().version()).isEqualTo(seen + 1));
        assertThat(maps.say(word, OrderStatus.PENDING, seen + 1, " "))
                .isEqualTo(new StatusMapOutcome.Refused(StatusMapOutcome.Why.REASON_MISSING));
        assertThat(maps.current().find(word).map(StatusMap.Word::status)).contains(OrderStatus.SHIPPED);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesTheMapAndCannotChangeIt() {
        UI.getCurrent().navigate("settings/statuses", QueryParameters.of("tab", "map"));
        assertThat(texts()).contains("Подтвержден", "Закрыт");
        assertThat(find(Button.class).withText("Добавить").all()).isEmpty();
        assertThatThrownBy(
                        () -> maps.say(word, OrderStatus.SHIPPED, maps.current().version(), ""))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theOrderPageShowsWhatOneCSaidAndWhatItWillNotDeliver() {
        take(SomeReports.of(part)
                .word(word)
                .paid("2026-11-19")
                .deleted(true)
                .line(part.lines().getFirst().variantOnecId(), "0.5", "500")
                .get());
        UI.getCurrent().navigate("orders/" + order.number());
        assertThat(texts())
                .contains(
                        word,
                        "неизвестное слово",
                        "Оплачено по 1С 19.11.2026",
                        "Помечен на удаление в 1С",
                        "1С отгрузит не то, что заказано",
                        "меньше");
        assertThat(list.count(new OrderFilter(order.number(), null, null, false, false, true)))
                .isEqualTo(1);
    }

    @Test
    void anOrderWithoutQuestionsIsNotAmongThoseThatHaveSome() {
        take(SomeReports.says(part, "Подтвержден"));
        assertThat(list.count(new OrderFilter(order.number(), null, null, false, false, true)))
                .isZero();
    }

    private void take(ReportedOrder said) {
        RunAs.system(() -> reports.take(List.of(said), new ReportSource(HandoverWay.EXCHANGE, NOON, null)));
    }

    private Button answer(String asked, String text) {
        Div question = find(Div.class)
                .withCondition(div -> div.hasClassName("status-question")
                        && div.getElement().getTextRecursively().contains(asked))
                .single();
        return find(Button.class, question).withText(text).single();
    }

    private void reason(String text) {
        find(TextArea.class).single().setValue(text);
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
