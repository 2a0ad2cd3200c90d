package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A state as word, icon and colour, never by colour alone. */
public final class StatusBadge extends Span {

    private final Span word = new Span();

    public StatusBadge(Tone tone, String text) {
        this(tone, tone.icon(), text);
    }

    public StatusBadge(Tone tone, VaadinIcon icon, String text) {
        Icon picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        word.setText(text);
        addClassNames("status-badge", tone.className());
        add(picture, word);
    }

    /** The word is {@code prefix.NAME}; {@code prefix.NAME.help}, where it exists, explains it on hover. */
    public static StatusBadge of(String keyPrefix, Enum<?> state, Tone tone) {
        StatusBadge badge = new StatusBadge(tone, Texts.word(keyPrefix, state));
        String help = keyPrefix + "." + state.name() + ".help";
        if (Texts.translations().has(help)) {
            badge.setTitle(Texts.t(help));
        }
        return badge;
    }

    @Override
    public String getText() {
        return word.getText();
    }
}
