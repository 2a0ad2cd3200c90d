package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Translations;

/** Chooses the language of the console. */
final class LanguageMenu extends MenuBar {

    LanguageMenu() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        MenuItem root = addItem(Texts.locale().getLanguage().toUpperCase(Locale.ROOT));
        root.setAriaLabel(Texts.t("shared.language"));
        Translations.LANGUAGES.forEach(language -> {
            MenuItem choice = root.getSubMenu()
                    .addItem(
                            Texts.t("shared.language." + language.getLanguage()),
                            _ -> getUI().ifPresent(ui -> Preferences.chooseLanguage(ui, language)));
            choice.setCheckable(true);
            choice.setChecked(language.equals(Texts.locale()));
        });
    }
}
