package ru.freesport.console.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
@WithAnonymousUser
class LoginViewTest extends SpringBrowserlessTest {

    @Test
    void theDemosPeopleAreOfferedButNotTheExchange() {
        navigate(LoginView.class);

        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .contains("admin", "manager", "operations", "support", "finance", "viewer")
                .doesNotContain("exchange");
    }

    @Test
    void aRefusalIsSaidInOneWayOnly() {
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        assertThat(find(LoginForm.class).single().isError()).isTrue();

        navigate("login", LoginView.class);
        assertThat(find(LoginForm.class).single().isError()).isFalse();
    }
}
