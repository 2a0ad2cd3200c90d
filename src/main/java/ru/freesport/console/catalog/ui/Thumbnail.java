package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;

/** A picture of a product in a frame of fixed size, or a placeholder where the file has not come. */
final class Thumbnail extends Div {

    /** @param alt empty where the name stands beside it */
    Thumbnail(@Nullable String sha256, String alt) {
        addClassName("thumbnail");
        if (sha256 == null) {
            Icon missing = VaadinIcon.PICTURE.create();
            missing.getElement().setAttribute("aria-hidden", "true");
            add(missing);
        } else {
            Image image = new Image();
            image.setSrc(PictureDelivery.address(sha256));
            image.setAlt(alt);
            image.getElement().setAttribute("loading", "lazy");
            add(image);
        }
    }
}
