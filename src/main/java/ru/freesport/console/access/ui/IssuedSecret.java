package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Texts;

/** Shows a password or a key that was just made, once. */
final class IssuedSecret extends Dialog {

    private IssuedSecret(String title, String text, String secret) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("30rem");
        TextField shown = new TextField();
        shown.setValue(secret);
        shown.setReadOnly(true);
        shown.setAutoselect(true);
        shown.setAriaLabel(title);
        shown.addClassName("mono");
        shown.setWidthFull();
        Button close = new Button(Texts.t("access.act.close"), _ -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(text), shown, new CopyChip(secret));
        getFooter().add(close);
    }

    static IssuedSecret password(String account, String password, boolean forExchange) {
        return new IssuedSecret(
                Texts.t("access.issued.title", account),
                Texts.t(forExchange ? "access.issued.exchange" : "access.issued.text"),
                password);
    }

    static IssuedSecret key(String name, String key) {
        return new IssuedSecret(Texts.t("access.issuedKey.title", name), Texts.t("access.issuedKey.text"), key);
    }
}
