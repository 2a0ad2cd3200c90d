package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import ru.freesport.console.shared.ui.Banner;

/** The place in the top bar where modules say what holds for the whole console, such as "demo" or "read only". */
@org.springframework.stereotype.Component
class Banners {

    private final List<Banner> banners;

    Banners(ObjectProvider<Banner> banners) {
        this.banners = banners.orderedStream().toList();
    }

    Component slot() {
        Div slot = new Div();
        slot.addClassName("banners");
        banners.forEach(banner -> banner.component().ifPresent(slot::add));
        return slot;
    }
}
