package ru.freesport.console.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import ru.freesport.console.access.DemoAccounts;
import ru.freesport.console.shared.ui.LanguageChoice;
import ru.freesport.console.shared.ui.Texts;

/** Where people say who they are. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FILL = """
            const fill = (name, value) => {
              const field = this.querySelector(`[name=${name}]`);
              if (field) { field.value = value; }
            };
            fill('username', $0);
            fill('password', $0);
            """;

    private final LoginForm form = new LoginForm();

    LoginView(ObjectProvider<DemoAccounts> demo, LanguageChoice language) {
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        form.getElement().setProperty("headingLevel", 2);

        Div head = new Div(new H1(Texts.t("access.product")), language.component());
        head.addClassName("login-head");
        Paragraph tagline = new Paragraph(Texts.t("access.login.tagline"));
        tagline.addClassName("muted");
        Div card = new Div(head, tagline, form);
        card.addClassName("login-card");
        demo.ifAvailable(accounts -> card.add(
                new DemoChoice(accounts.names(), name -> form.getElement().executeJs(FILL, name))));
        addClassName("login-page");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Set<String> asked =
                event.getLocation().getQueryParameters().getParameters().keySet();
        if (asked.contains("stale")) {
            form.showErrorMessage(Texts.t("access.login.staleTitle"), Texts.t("access.login.stale"));
        } else {
            form.setError(asked.contains("error"));
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.t("access.login.title") + " · " + Texts.t("access.product");
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form fields = words.getForm();
        fields.setTitle(Texts.t("access.login.title"));
        fields.setUsername(Texts.t("access.login.name"));
        fields.setPassword(Texts.t("access.login.password"));
        fields.setSubmit(Texts.t("access.login.submit"));
        LoginI18n.ErrorMessage refusal = words.getErrorMessage();
        refusal.setTitle(Texts.t("access.login.refusedTitle"));
        refusal.setMessage(Texts.t("access.login.refused"));
        refusal.setUsername(Texts.t("access.login.nameRequired"));
        refusal.setPassword(Texts.t("access.login.passwordRequired"));
        return words;
    }
}
