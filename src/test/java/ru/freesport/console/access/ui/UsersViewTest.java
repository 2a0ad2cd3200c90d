package ru.freesport.console.access.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.Account;
import ru.freesport.console.access.Accounts;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.SomeAccounts;

@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class UsersViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Test
    void everybodyIsListedAndTheTextFilters() {
        navigate(UsersView.class);
        assertThat(names()).contains("admin", "viewer", "exchange");

        UI.getCurrent().navigate("settings/users", QueryParameters.of("q", "finance"));
        assertThat(names()).containsExactly("finance");
    }

    @Test
    void aQuickFilterLeavesTheDisabled() {
        String name = SomeAccounts.fresh(application, Role.VIEWER);
        accounts.disable(name, "test");

        UI.getCurrent().navigate("settings/users", QueryParameters.of("show", "disabled"));

        assertThat(names()).contains(name).doesNotContain("admin");
    }

    @Test
    void anAddedAccountShowsItsPasswordOnce() {
        navigate(UsersView.class);
        String name = "v" + UUID.randomUUID().toString().substring(0, 8);
        test(find(Button.class).withText("Добавить").first()).click();
        test(find(TextField.class).withPropertyValue(TextField::getLabel, "Имя").single())
                .setValue(name);
        find(CheckboxGroup.class).single().setValue(Set.of(Role.SUPPORT));
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Причина")
                        .single())
                .setValue("новый сотрудник");
        test(find(Button.class).withText("Добавить").last()).click();

        assertThat(find(IssuedSecret.class).single().isOpened()).isTrue();
        assertThat(accounts.find(name)).hasValueSatisfying(account -> {
            assertThat(account.roles()).containsExactly(Role.SUPPORT);
            assertThat(account.mustChangePassword()).isTrue();
        });
    }

    @Test
    void whatIsRefusedStaysInTheDialogWithItsReason() {
        navigate(UsersView.class);
        test(find(Button.class).withText("Добавить").first()).click();
        test(find(Button.class).withText("Добавить").last()).click();

        assertThat(find(Paragraph.class)
                        .withPropertyValue(p -> p.hasClassName("refusal"), true)
                        .single()
                        .getText())
                .startsWith("Имя: от 2 до 64 знаков");
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(UsersView.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        Grid<Account> grid = find(Grid.class).single();
        return grid.getListDataView().getItems().map(Account::name).toList();
    }
}
