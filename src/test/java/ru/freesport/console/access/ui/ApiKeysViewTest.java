package ru.freesport.console.access.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.ApiKey;
import ru.freesport.console.access.ApiKeys;
import ru.freesport.console.access.ApiScope;
import ru.freesport.console.access.IssuedKey;

@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ApiKeysViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApiKeys keys;

    @Autowired
    private JdbcClient database;

    private final String name = "витрина " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anIssuedKeyIsShownOnceAndWrittenDown() {
        navigate(ApiKeysView.class);
        test(find(Button.class).withText("Выпустить ключ").first()).click();
        field("Название").setValue(name);
        field("Причина").setValue("запуск витрины");
        test(find(Button.class).withText("Выпустить ключ").all().getLast()).click();

        assertThat(find(IssuedSecret.class).single().isOpened()).isTrue();
        String shown = find(TextField.class)
                .withPropertyValue(TextField::isReadOnly, true)
                .single()
                .getValue();
        assertThat(shown).startsWith("fsk_").hasSizeGreaterThan(40);
        assertThat(keys.list())
                .filteredOn(key -> key.name().equals(name))
                .singleElement()
                .satisfies(key -> {
                    assertThat(shown).startsWith(key.prefix());
                    assertThat(key.createdBy()).isEqualTo("admin");
                });
        assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE action = 'access.key.issued'"
                                + " AND subject = ? AND reason = 'запуск витрины'")
                        .param("api_key:" + name)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aKeyIsRevokedWithAReasonAndLeavesTheList() {
        keys.issue(name, EnumSet.allOf(ApiScope.class), "для теста");
        UI.getCurrent().navigate("settings/api-keys", QueryParameters.of("q", name));
        Grid<?> grid = find(Grid.class).single();
        test((Button) test(grid).getCellComponent(0, 7)).click();
        test(find(TextArea.class).single()).setValue("утёк");
        test(find(Button.class).withText("Отозвать").all().getLast()).click();
        assertThat(names()).doesNotContain(name);
        UI.getCurrent().navigate("settings/api-keys", QueryParameters.of("show", "revoked"));
        assertThat(names()).contains(name);
    }

    @Test
    void twoLivingKeysDoNotShareAName() {
        assertThat(keys.issue(name, EnumSet.of(ApiScope.ORDERS_READ), "первый")).isInstanceOf(IssuedKey.Issued.class);
        assertThat(keys.issue(name.toUpperCase(java.util.Locale.ROOT), EnumSet.of(ApiScope.ORDERS_READ), "второй"))
                .isEqualTo(new IssuedKey.Refused(IssuedKey.Why.NAME_TAKEN));
        assertThat(keys.issue("x y", EnumSet.noneOf(ApiScope.class), "пустой"))
                .isEqualTo(new IssuedKey.Refused(IssuedKey.Why.NO_SCOPE));
    }

    @Test
    @WithMockUser(username = "operations", roles = "OPERATIONS")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(ApiKeysView.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.issue(name, EnumSet.allOf(ApiScope.class), "хочу"))
                .isInstanceOf(AccessDeniedException.class);
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        Grid<ApiKey> grid = find(Grid.class).single();
        return grid.getListDataView().getItems().map(ApiKey::name).toList();
    }
}
