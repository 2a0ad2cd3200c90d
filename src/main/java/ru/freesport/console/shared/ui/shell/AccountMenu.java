package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Collectors;
import ru.freesport.console.shared.ui.Texts;

/** Who is signed in, as what, and the way out. */
final class AccountMenu extends MenuBar {

    AccountMenu(AuthenticationContext account) {
        String name = account.getPrincipalName().orElse("");
        String roles = account.getGrantedRoles().stream()
                .sorted()
                .map(role -> Texts.t("shared.role." + role))
                .collect(Collectors.joining(", "));
        Avatar avatar = new Avatar(name);
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        MenuItem root = addItem(avatar);
        root.setAriaLabel(Texts.t("shared.account", name));
        Span who = new Span(name);
        who.addClassName("account-name");
        Span as = new Span(roles);
        as.addClassName("account-roles");
        Div facts = new Div(who, as);
        facts.addClassName("account-facts");
        root.getSubMenu().addItem(facts).setEnabled(false);
        root.getSubMenu()
                .addItem(Texts.t("shared.account.password"), _ -> getUI().ifPresent(ui -> ui.navigate("password")));
        root.getSubMenu().addItem(Texts.t("shared.account.signOut"), _ -> account.logout());
    }
}
