package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.LongSupplier;

/**
 * A line of the side navigation. A module's {@code ui} package declares one bean per list view; people see it when they
 * may open the view. {@code badge} answers how many things wait there, 0 shows nothing.
 */
public record NavigationEntry(
        NavigationGroup group,
        int order,
        String titleKey,
        VaadinIcon icon,
        Class<? extends Component> view,
        LongSupplier badge) {

    public NavigationEntry(
            NavigationGroup group, int order, String titleKey, VaadinIcon icon, Class<? extends Component> view) {
        this(group, order, titleKey, icon, view, () -> 0);
    }
}
