package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import ru.freesport.console.access.Role;
import ru.freesport.console.shared.ui.Texts;

/** The demo's accounts on the login page: one click fills the form in. */
final class DemoChoice extends Section {

    DemoChoice(List<String> names, Consumer<String> choose) {
        Div accounts = new Div();
        accounts.addClassName("demo-accounts");
        names.forEach(name -> accounts.add(account(name, choose)));
        Paragraph hint = new Paragraph(Texts.t("access.login.demoHint"));
        hint.addClassName("muted");
        addClassName("demo-choice");
        add(new H2(Texts.t("access.login.demoTitle")), hint, accounts);
    }

    private static Button account(String name, Consumer<String> choose) {
        Role role = Role.valueOf(name.toUpperCase(Locale.ROOT));
        Span as = new Span(Texts.word("shared.role", role));
        as.addClassName("muted");
        Button button = new Button(name, _ -> choose.accept(name));
        button.setSuffixComponent(as);
        button.setTooltipText(Texts.t("access.role." + role.name() + ".help"));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
