package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** What a state means to the person who looks: carried by icon and colour, always beside a word. */
public enum Tone {
    GOOD(VaadinIcon.CHECK_CIRCLE_O),
    BAD(VaadinIcon.CLOSE_CIRCLE_O),
    WARN(VaadinIcon.WARNING),
    BUSY(VaadinIcon.REFRESH),
    WAITING(VaadinIcon.CLOCK),
    QUIET(VaadinIcon.MINUS_CIRCLE_O),
    INFO(VaadinIcon.INFO_CIRCLE_O);

    private final VaadinIcon icon;

    Tone(VaadinIcon icon) {
        this.icon = icon;
    }

    public VaadinIcon icon() {
        return icon;
    }

    /** The class name that styles.css colours. */
    public String className() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
