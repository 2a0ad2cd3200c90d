package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import ru.freesport.console.shared.ui.Texts;

/** Chooses light, dark, or as the system has it. */
final class ThemeMenu extends MenuBar {

    private static final List<ColorScheme.Value> CHOICES =
            List.of(ColorScheme.Value.LIGHT, ColorScheme.Value.DARK, ColorScheme.Value.LIGHT_DARK);

    ThemeMenu() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        MenuItem root = addItem(VaadinIcon.ADJUST.create());
        root.setAriaLabel(Texts.t("shared.theme"));
        setTooltipText(root, Texts.t("shared.theme"));
        ColorScheme.Value now = Preferences.theme(VaadinRequest.getCurrent());
        CHOICES.forEach(theme -> {
            MenuItem choice = root.getSubMenu().addItem(Texts.word("shared.theme", theme));
            choice.setCheckable(true);
            choice.setChecked(theme == now);
            choice.addClickListener(_ -> {
                getUI().ifPresent(ui -> Preferences.chooseTheme(ui, theme));
                root.getSubMenu().getItems().forEach(other -> other.setChecked(other == choice));
            });
        });
    }
}
