package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import ru.freesport.console.shared.ui.Texts;

/** Shows a password that was just made, once. */
final class IssuedPassword extends Dialog {

    IssuedPassword(String account, String password, boolean forExchange) {
        setHeaderTitle(Texts.t("access.issued.title", account));
        setCloseOnOutsideClick(false);
        TextField shown = new TextField();
        shown.setValue(password);
        shown.setReadOnly(true);
        shown.setAutoselect(true);
        shown.setAriaLabel(Texts.t("access.issued.title", account));
        shown.addClassName("mono");
        shown.setWidthFull();
        Button close = new Button(Texts.t("access.act.close"), _ -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(Texts.t(forExchange ? "access.issued.exchange" : "access.issued.text")), shown);
        getFooter().add(close);
    }
}
