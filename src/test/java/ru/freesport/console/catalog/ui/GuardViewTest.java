package ru.freesport.console.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.GuardLimits;
import ru.freesport.console.catalog.GuardSettings;
import ru.freesport.console.catalog.SomeLimits;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class GuardViewTest extends SpringBrowserlessTest {

    @Autowired
    private GuardSettings settings;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void begin() {
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
    }

    @AfterEach
    void takeTheLimitsAway() {
        SomeLimits.set(database, SomeLimits.NONE);
    }

    @Test
    void aChangedLimitIsSavedWithAReasonAndStaysInTheHistory() {
        navigate(GuardView.class);
        assertThat(priceChange().getValue()).isEqualByComparingTo("10");
        priceChange().setValue(new BigDecimal("15"));
        save("сезон скидок");
        assertThat(settings.limits().priceChange()).isEqualByComparingTo("15");
        assertThat(settings.current().reason()).isEqualTo("сезон скидок");
        assertThat(find(GuardView.class).single().getElement().getTextRecursively())
                .contains("Изменение цены: 15\u00a0%", "Изменение цены: 10\u00a0%", "сезон скидок", "olga");
        assertThat(database.sql("SELECT was || ' | ' || became FROM audit_entry WHERE action = 'catalog.guard.changed'"
                                + " ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("price 10 %")
                .contains("price 15 %");
    }

    @Test
    void whatSomebodyElseSetMeanwhileIsNotOverwritten() {
        navigate(GuardView.class);
        SomeLimits.set(database, SomeLimits.ofPrices("3"));
        priceChange().setValue(new BigDecimal("90"));
        save("пусть");
        assertThat(settings.limits().priceChange()).isEqualByComparingTo("3");
        assertThat(priceChange().getValue()).isEqualByComparingTo("3");
    }

    @Test
    void aShareOfMoreThanAllOrALimitOfNothingIsRefused() {
        GuardLimits before = settings.limits();
        navigate(GuardView.class);
        find(IntegerField.class).first().setValue(null);
        save("опечатка");
        assertThat(settings.limits()).isEqualTo(before);
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerReadsAndSavesNothing() {
        navigate(GuardView.class);
        assertThat(priceChange().isReadOnly()).isTrue();
        assertThat(find(Button.class).withText(Texts.t("catalog.guard.save")).all())
                .isEmpty();
        assertThatThrownBy(() ->
                        settings.change(SomeLimits.NONE, settings.current().version(), "x"))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "felix", roles = "FINANCE")
    void otherRolesAreRefused() {
        assertThatThrownBy(() -> navigate(GuardView.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private BigDecimalField priceChange() {
        return find(BigDecimalField.class).first();
    }

    private void save(String reason) {
        test(find(Button.class).withText(Texts.t("catalog.guard.save")).single())
                .click();
        find(TextArea.class).single().setValue(reason);
        test(find(Button.class).withText(Texts.t("catalog.guard.save")).last()).click();
    }
}
