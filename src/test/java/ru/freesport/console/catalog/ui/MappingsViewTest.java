package ru.freesport.console.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.catalog.PriceTypeUse;
import ru.freesport.console.catalog.SomeCatalog;
import ru.freesport.console.catalog.WarehouseUse;

@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class MappingsViewTest extends SpringBrowserlessTest {

    @Autowired
    private DataSource database;

    @Autowired
    private Mappings mappings;

    private SomeCatalog some;

    @BeforeEach
    void begin() {
        some = new SomeCatalog(database);
    }

    @Test
    void anUnknownTypeStandsOnTopAndIsSetAsideWithAReason() {
        some.priceType("spare", "Закупочная " + some.mark);
        navigate(MappingsView.class);
        Question question = question("Закупочная " + some.mark);
        test(button(question, "Не использовать")).click();
        find(TextArea.class).single().setValue("не продаём");
        test(find(Button.class).withText("Не использовать").last()).click();
        assertThat(mappings.priceTypes())
                .filteredOn(type -> type.onecId().equals(some.id("spare")))
                .extracting(PriceTypeUse::ignored)
                .containsExactly(true);
    }

    @Test
    void anUnknownWarehouseBecomesANewOne() {
        some.product("ball", "Мяч").price("ball", SomeCatalog.RETAIL, "1").stock("ball", "store", "3");
        UI.getCurrent().navigate("settings/mappings", QueryParameters.of("tab", "warehouses"));
        Question question = find(Question.class).all().stream()
                .filter(one -> find(Button.class, one).all().stream()
                        .anyMatch(chip -> chip.getTooltip().getText() != null
                                && chip.getTooltip().getText().contains(some.id("store"))))
                .findFirst()
                .orElseThrow();
        test(button(question, "Новый склад…")).click();
        find(TextField.class)
                .withPropertyValue(TextField::getLabel, "Название")
                .single()
                .setValue("Склад " + some.mark);
        test(find(Button.class).withText("Создать склад").single()).click();
        assertThat(mappings.warehouseIds())
                .filteredOn(use -> use.onecId().equals(some.id("store")))
                .extracting(WarehouseUse::warehouseName)
                .containsExactly("Склад " + some.mark);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesTheTableAndNothingToPress() {
        navigate(MappingsView.class);
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("Розничная", "Федерация");
        assertThat(find(Select.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Не использовать").all()).isEmpty();
    }

    @Test
    @WithMockUser(username = "support", roles = "SUPPORT")
    void supportIsRefused() {
        assertThatThrownBy(() -> navigate(MappingsView.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private Question question(String words) {
        return find(Question.class).all().stream()
                .filter(one -> find(Span.class, one).all().stream()
                        .anyMatch(span -> span.getText().contains(words)))
                .findFirst()
                .orElseThrow();
    }

    private Button button(Question question, String text) {
        return find(Button.class, question).withText(text).single();
    }
}
