package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/**
 * Asks before an act that matters: names the object and the effect, wants a reason, has the verb on the button and the
 * focus on Cancel. The button works once.
 *
 * <pre>new ConfirmWithReason(t("jobs.cancel.title"), t("jobs.cancel.verb"), reason -&gt; runs.cancel(id, reason))
 *     .subject("Цены, 23.11.2026 22:45").effect(t("jobs.cancel.effect")).danger().open();</pre>
 */
public final class ConfirmWithReason extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final Span subject = new Span();
    private final Paragraph effect = new Paragraph();
    private final TextArea reason = new TextArea();
    private final Button confirm = new Button();
    private final Button cancel = new Button();
    private final Consumer<String> act;
    private boolean needsReason = true;

    /** @param verb what the button does, e.g. "Остановить": never "ОК" */
    public ConfirmWithReason(String title, String verb, Consumer<String> act) {
        this.act = act;
        setHeaderTitle(title);
        setRole("alertdialog");
        addClassName("confirm-with-reason");
        subject.addClassName("confirm-subject");
        subject.setVisible(false);
        effect.setVisible(false);
        reason.setLabel(Texts.t("shared.confirm.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        confirm.setText(verb);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        cancel.setText(Texts.t("shared.cancel"));
        confirm.addClickListener(_ -> confirmed());
        cancel.addClickListener(_ -> close());
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                cancel.focus();
            }
        });
        add(subject, effect, reason);
        getFooter().add(cancel, confirm);
    }

    /** The thing or the things: "Цены, 23.11.2026 22:45", "128 строк". */
    public ConfirmWithReason subject(String text) {
        subject.setText(text);
        subject.setVisible(true);
        return this;
    }

    /** What will happen, and whether it can be undone. */
    public ConfirmWithReason effect(String text) {
        effect.setText(text);
        effect.setVisible(true);
        return this;
    }

    /** Something else to choose, above the reason. */
    public ConfirmWithReason choice(Component field) {
        addComponentAtIndex(indexOf(reason), field);
        return this;
    }

    public ConfirmWithReason danger() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** For acts that harm nothing: a reason may be given. */
    public ConfirmWithReason reasonOptional() {
        needsReason = false;
        reason.setRequiredIndicatorVisible(false);
        return this;
    }

    private void confirmed() {
        String given = reason.getValue().strip();
        if (needsReason && given.isEmpty()) {
            reason.setErrorMessage(Texts.t("shared.confirm.reasonNeeded"));
            reason.setInvalid(true);
            reason.focus();
            confirm.setEnabled(true);
            return;
        }
        close();
        act.accept(given);
    }
}
