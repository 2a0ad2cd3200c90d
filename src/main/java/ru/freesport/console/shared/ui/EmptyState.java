package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where nothing is: why it is empty, and the next step. */
public final class EmptyState extends Div {

    public EmptyState(VaadinIcon icon, String title, String nextStep) {
        Icon picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        addClassName("empty-state");
        add(picture, new H2(title), new Paragraph(nextStep));
    }

    /** The button or link that takes the next step. */
    public EmptyState action(Component action) {
        add(action);
        return this;
    }
}
