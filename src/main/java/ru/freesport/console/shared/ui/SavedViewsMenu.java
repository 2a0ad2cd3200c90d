package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;

/** The views somebody saved of a list: goes to one, keeps what is shown under a name, forgets it again. */
final class SavedViewsMenu extends MenuBar {

    private final SavedViews store;
    private final String list;
    private final Consumer<ViewState> go;
    private final SubMenu menu;
    private final MenuItem root;
    private ViewState state = ViewState.EMPTY;

    /** @param go shows another state */
    SavedViewsMenu(SavedViews store, String list, Consumer<ViewState> go) {
        this.store = store;
        this.list = list;
        this.go = go;
        addThemeVariants(MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_TERTIARY);
        addClassName("saved-views");
        root = addItem(Texts.t("shared.views"));
        root.setAriaLabel(Texts.t("shared.views"));
        menu = root.getSubMenu();
    }

    void show(ViewState shown) {
        state = shown;
        menu.removeAll();
        List<SavedView> views = store.of(list);
        SavedView now = views.stream()
                .filter(view -> view.state().equals(shown))
                .findFirst()
                .orElse(null);
        root.setText(now == null ? Texts.t("shared.views") : now.name());
        for (SavedView view : views) {
            MenuItem item = menu.addItem(view.name(), _ -> go.accept(view.state()));
            item.setCheckable(true);
            item.setChecked(view.equals(now));
        }
        if (!views.isEmpty()) {
            menu.addComponent(new Hr());
        }
        if (now == null) {
            MenuItem save = menu.addItem(Texts.t("shared.views.save"), _ -> ask());
            save.setEnabled(!shown.isEmpty());
        } else {
            menu.addItem(Texts.t("shared.views.forget", now.name()), _ -> {
                store.forget(list, now.name());
                show(state);
            });
        }
    }

    private void ask() {
        TextField name = new TextField(Texts.t("shared.views.name"));
        name.setMaxLength(SavedViews.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Texts.t("shared.views.save"));
        dialog.add(name);
        Button save = new Button(Texts.t("shared.views.save.verb"), _ -> {
            if (store.save(list, name.getValue().strip(), state)) {
                dialog.close();
                show(state);
            } else {
                Notification.show(Texts.t("shared.views.refused")).addThemeVariants(NotificationVariant.LUMO_ERROR);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.getFooter().add(new Button(Texts.t("shared.cancel"), _ -> dialog.close()), save);
        dialog.open();
        name.focus();
    }
}
