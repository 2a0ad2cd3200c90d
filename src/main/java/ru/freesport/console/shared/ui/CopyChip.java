package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** An identifier that one click copies. */
public final class CopyChip extends Button {

    private static final int SHOWN = 13;

    public CopyChip(String value) {
        super(shortened(value), VaadinIcon.COPY_O.create());
        setIconAfterText(true);
        addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        addClassNames("copy-chip", "mono");
        setTooltipText(Texts.t("shared.copy", value));
        setAriaLabel(Texts.t("shared.copy", value));
        addClickListener(_ -> getElement().executeJs(COPY, value));
    }

    /** For what is too long to be shown: says in words what it copies. */
    public CopyChip(String words, String value) {
        super(words, VaadinIcon.COPY_O.create());
        addThemeVariants(ButtonVariant.LUMO_SMALL);
        addClassName("copy-words");
        addClickListener(_ -> getElement().executeJs(COPY, value));
    }

    /** The clipboard needs a secure page; the old way works on plain http as well. */
    private static final String COPY = """
            if (navigator.clipboard) { navigator.clipboard.writeText($0); }
            else {
              const area = document.createElement('textarea');
              area.value = $0; document.body.append(area); area.select();
              document.execCommand('copy'); area.remove();
            }
            this.classList.add('copied');
            setTimeout(() => this.classList.remove('copied'), 1200);
            """;

    private static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN - 1) + "…";
    }
}
