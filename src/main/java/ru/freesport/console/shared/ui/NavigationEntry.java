package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A line of the side navigation. A module's {@code ui} package declares one bean per list view; people see it when they
 * may open the view. {@code badge} answers how many things wait there, 0 shows nothing; {@code channel} is
 * where a change of that number is announced, null where nobody does.
 */
public record NavigationEntry(
        NavigationGroup group,
        int order,
        String titleKey,
        VaadinIcon icon,
        Class<? extends Component> view,
        LongSupplier badge,
        @Nullable String channel) {

    public NavigationEntry(
            NavigationGroup group,
            int order,
            String titleKey,
            VaadinIcon icon,
            Class<? extends Component> view,
            LongSupplier badge) {
        this(group, order, titleKey, icon, view, badge, null);
    }

    /** The badge follows what is announced on this channel while the page stays open. */
    public NavigationEntry live(String announcedOn) {
        return new NavigationEntry(group, order, titleKey, icon, view, badge, announcedOn);
    }

    public NavigationEntry(
            NavigationGroup group, int order, String titleKey, VaadinIcon icon, Class<? extends Component> view) {
        this(group, order, titleKey, icon, view, () -> 0);
    }
}
