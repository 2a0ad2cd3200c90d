package ru.freesport.console.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.OwnPassword;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.SomeAccounts;

@ConsoleTest
class ChangePasswordViewTest extends SpringBrowserlessTest {

    private static final String WANTED = "quite-another-phrase";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private AuthenticationProvider login;

    @Autowired
    private OwnPassword password;

    private String name = "";

    @BeforeEach
    void aFirstLogin() {
        name = SomeAccounts.fresh(application, Role.ADMIN);
        logIn(SomeAccounts.PASSWORD);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aHandedOutPasswordIsChangedBeforeAnythingElse() {
        navigate("settings/users", ChangePasswordView.class);

        fill(SomeAccounts.PASSWORD, WANTED, WANTED);

        assertThat(password.mustChange()).isFalse();
        navigate("settings/users", UsersView.class);
        logIn(WANTED);
        assertThat(password.mustChange()).isFalse();
    }

    @Test
    void aWrongCurrentPasswordIsSaidAtItsField() {
        navigate(ChangePasswordView.class);

        fill("something-else-entirely", WANTED, WANTED);

        assertThat(field("Текущий пароль").isInvalid()).isTrue();
        assertThat(password.mustChange()).isTrue();
    }

    @Test
    void twoNewPasswordsThatDifferAreNotTaken() {
        navigate(ChangePasswordView.class);

        fill(SomeAccounts.PASSWORD, WANTED, WANTED + "x");

        assertThat(field("Новый пароль ещё раз").isInvalid()).isTrue();
        assertThat(password.mustChange()).isTrue();
    }

    private void fill(String current, String wanted, String repeat) {
        test(field("Текущий пароль")).setValue(current);
        test(field("Новый пароль")).setValue(wanted);
        test(field("Новый пароль ещё раз")).setValue(repeat);
        test(find(Button.class).withText("Сменить пароль").single()).click();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class)
                .withPropertyValue(PasswordField::getLabel, label)
                .single();
    }

    private void logIn(String withPassword) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, withPassword)));
    }
}
