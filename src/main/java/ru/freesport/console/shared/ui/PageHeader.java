package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import org.jspecify.annotations.Nullable;

/** The head of a page: what it is, its state, the one or two acts that make sense now, the rest behind a menu. */
public final class PageHeader extends Header {

    private static final int VISIBLE_ACTIONS = 2;

    private final H1 title = new H1();
    private final Div status = new Div();
    private final Span subtitle = new Span();
    private final Div actions = new Div();
    private @Nullable MenuItem overflow;

    public PageHeader(String titleText) {
        title.setText(titleText);
        status.addClassName("page-header-status");
        subtitle.addClassName("page-header-subtitle");
        actions.addClassName("page-header-actions");
        Div heading = new Div(title, status);
        heading.addClassName("page-header-heading");
        Div text = new Div(heading, subtitle);
        text.addClassName("page-header-text");
        addClassName("page-header");
        subtitle.setVisible(false);
        add(text, actions);
    }

    public PageHeader title(String text) {
        title.setText(text);
        return this;
    }

    public PageHeader subtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
        return this;
    }

    /** Replaces what stands beside the title, usually one {@link StatusBadge}. */
    public PageHeader status(Component... badges) {
        status.removeAll();
        status.add(badges);
        return this;
    }

    /** The act most people come for; at most one is filled with the accent colour. */
    public PageHeader primary(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return action(button);
    }

    /** One more act beside the title. */
    public PageHeader action(Component button) {
        if (actions.getComponentCount() >= VISIBLE_ACTIONS) {
            throw new IllegalStateException("A page shows at most two acts; put the others into more()");
        }
        if (overflow == null) {
            actions.add(button);
        } else {
            actions.addComponentAtIndex(0, button);
        }
        return this;
    }

    /** An act behind the three dots. */
    public MenuItem more(String text, Runnable act) {
        if (overflow == null) {
            MenuBar menu = new MenuBar();
            menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
            overflow = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
            overflow.setAriaLabel(Texts.t("shared.header.more"));
            getElement().appendChild(menu.getElement());
        }
        return overflow.getSubMenu().addItem(text, _ -> act.run());
    }

    public void clearActions() {
        actions.removeAll();
    }
}
