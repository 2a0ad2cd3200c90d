package ru.freesport.console.orders.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.orders.OrderRoute;
import ru.freesport.console.orders.OrderRoutes;
import ru.freesport.console.orders.RouteChange;
import ru.freesport.console.orders.RouteFields;
import ru.freesport.console.orders.VatRate;

@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class OrderRoutesViewTest extends SpringBrowserlessTest {

    @Autowired
    private OrderRoutes routes;

    @Autowired
    private JdbcClient database;

    private final String name = "Склад " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aWarehouseIsAddedWithAReasonAndWrittenDown() {
        UI.getCurrent().navigate("settings/order-routes");
        assertThat(texts()).contains("1 СДВ склад", "2 ТЛВ склад", "Intex ОСНОВНОЙ", "ORG-B");
        test(find(Button.class).withText("Добавить склад").single()).click();
        field("Склад").setValue(name);
        field("Организация").setValue("ИП Петров П. П.");
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(find(Paragraph.class)
                        .withPropertyValue(p -> p.hasClassName("refusal"), true)
                        .single()
                        .getText())
                .startsWith("Напишите причину");
        field("Причина").setValue("новый склад");
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(texts()).contains(name, "ИП Петров П. П.");
        assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE action = 'orders.route.added'"
                                + " AND subject = ? AND actor = 'operations' AND reason = 'новый склад'")
                        .param("order_route:" + name)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        OrderRoute mine = mine();
        routes.remove(mine.id(), mine.version(), "уборка");
    }

    @Test
    void whoeverComesSecondIsToldAndChangesNothing() {
        routes.add(fields("ORG-C"), "для теста");
        OrderRoute seen = mine();
        assertThat(routes.change(seen.id(), fields("ORG-D"), seen.version(), "первый"))
                .isInstanceOf(RouteChange.Done.class);
        assertThat(routes.change(seen.id(), fields("ORG-E"), seen.version(), "второй"))
                .isInstanceOfSatisfying(
                        RouteChange.Clash.class,
                        clash -> assertThat(clash.theirs().organisation()).isEqualTo("ORG-D"));
        assertThat(routes.add(fields("ORG-C"), "ещё раз"))
                .isEqualTo(new RouteChange.Refused(RouteChange.Why.NAME_TAKEN));
        OrderRoute now = mine();
        assertThat(routes.remove(now.id(), now.version(), "уборка")).isInstanceOf(RouteChange.Done.class);
    }

    @Test
    void anOrganisationByVatIsChanged() {
        assertThat(routes.sellAt(VatRate.of(7), "ORG-B", "новый режим")).isInstanceOf(RouteChange.Done.class);
        assertThat(routes.organisationsByVat()).containsEntry("7", "ORG-B");
        routes.sellAt(VatRate.of(7), "", "уборка");
        assertThat(routes.organisationsByVat()).doesNotContainKey("7");
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerLooksButDecidesNothing() {
        UI.getCurrent().navigate("settings/order-routes");
        assertThat(texts()).contains("1 СДВ склад");
        assertThat(find(Button.class).withText("Добавить склад").all()).isEmpty();
        assertThatThrownBy(() -> routes.add(fields("ORG-C"), "так")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "support", roles = "SUPPORT")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(OrderRoutesView.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private RouteFields fields(String organisation) {
        return new RouteFields(null, name, organisation, VatRate.of(10), 90);
    }

    private OrderRoute mine() {
        return routes.list().stream()
                .filter(route -> route.warehouseName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
