package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import ru.freesport.console.orders.RouteChange;
import ru.freesport.console.shared.ui.Texts;

/** Some fields, why, and a button; a refusal stays in the dialog beside what was written. */
class ReasonedDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final TextField reason = new TextField(Texts.t("shared.confirm.reason"));
    private final Paragraph refusal = new Paragraph();
    private final Button submit = new Button(Texts.t("orders.routes.save"));

    /** @param act takes the reason */
    ReasonedDialog(String title, Function<String, RouteChange> act, Component... fields) {
        setHeaderTitle(title);
        setWidth("28rem");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        refusal.addClassNames("refusal", "tone-bad");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(_ -> {
            if (act.apply(reason.getValue()) instanceof RouteChange.Refused refused) {
                refusal.setText(Texts.word("orders.routes.refused", refused.why()));
                refusal.setVisible(true);
                submit.setEnabled(true);
            } else {
                close();
            }
        });
        add(fields);
        add(reason, refusal);
        getFooter().add(new Button(Texts.t("shared.cancel"), _ -> close()), submit);
    }
}
