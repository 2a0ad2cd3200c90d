package ru.freesport.console.access.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import ru.freesport.console.access.AccountChange;
import ru.freesport.console.access.OwnPassword;
import ru.freesport.console.shared.ui.Texts;

/** A person's own password; after a first login nothing else opens before this. */
@Route(value = ChangePasswordView.ADDRESS, autoLayout = false)
@PermitAll
final class ChangePasswordView extends Main implements HasDynamicTitle {

    static final String ADDRESS = "password";

    private final PasswordField current = new PasswordField(Texts.t("access.password.current"));
    private final PasswordField wanted = new PasswordField(Texts.t("access.password.wanted"));
    private final PasswordField repeat = new PasswordField(Texts.t("access.password.repeat"));
    private final OwnPassword password;

    ChangePasswordView(OwnPassword password, AuthenticationContext account) {
        this.password = password;
        boolean forced = password.mustChange();

        current.setId("current-password");
        current.getElement().setAttribute("autocomplete", "current-password");
        wanted.getElement().setAttribute("autocomplete", "new-password");
        repeat.getElement().setAttribute("autocomplete", "new-password");
        wanted.setHelperText(Texts.t("access.password.rules", password.shortest()));
        current.setAutofocus(true);

        Button submit = new Button(Texts.t("access.password.submit"), _ -> change());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        Button leave = forced
                ? new Button(Texts.t("access.password.logout"), _ -> account.logout())
                : new Button(Texts.t("access.password.cancel"), _ -> goOn());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);

        Div card = new Div(new H1(Texts.t("access.password.title")));
        if (forced) {
            card.add(new Paragraph(Texts.t("access.password.forced")));
        }
        card.add(current, wanted, repeat, submit, leave);
        card.addClassName("login-card");
        addClassName("login-page");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return Texts.t("access.password.title");
    }

    private void change() {
        complain(current, "");
        complain(wanted, "");
        complain(repeat, "");
        if (!wanted.getValue().equals(repeat.getValue())) {
            complain(repeat, Texts.t("access.password.differ"));
            return;
        }
        switch (password.change(current.getValue(), wanted.getValue())) {
            case AccountChange.Done _ -> {
                Notification.show(Texts.t("access.password.done")).addThemeVariants(NotificationVariant.LUMO_SUCCESS);
                goOn();
            }
            case AccountChange.Refused(AccountChange.Why why) ->
                complain(why == AccountChange.Why.PASSWORD_WRONG ? current : wanted, Texts.word("access.refused", why));
        }
    }

    private void goOn() {
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    private static void complain(PasswordField field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(!text.isEmpty());
        if (!text.isEmpty()) {
            field.focus();
        }
    }
}
