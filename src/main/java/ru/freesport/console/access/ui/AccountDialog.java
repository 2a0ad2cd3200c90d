package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import ru.freesport.console.access.Account;
import ru.freesport.console.access.AccountChange;
import ru.freesport.console.access.Role;
import ru.freesport.console.shared.ui.Texts;

/** Asks for an account's name and roles, or only for other roles, and why. */
final class AccountDialog extends Dialog {

    private final TextField name = new TextField(Texts.t("access.users.name"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(Texts.t("access.users.roles"));
    private final TextField reason = new TextField(Texts.t("access.act.reason"));
    private final Paragraph effect = new Paragraph(Texts.t("access.roles.effect"));
    private final Paragraph refusal = new Paragraph();
    private final Button submit = new Button();
    private final Change change;

    private AccountDialog(Change change) {
        this.change = change;
        name.setHelperText(Texts.t("access.add.nameHint"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> Texts.word("shared.role", role));
        roles.setItemHelperGenerator(role -> Texts.t("access.role." + role.name() + ".help"));
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        roles.setRequiredIndicatorVisible(true);
        reason.setHelperText(Texts.t("access.act.reasonHint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        refusal.addClassNames("refusal", "tone-bad");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(_ -> submit());
        setWidth("26rem");
        add(name, effect, roles, reason, refusal);
        getFooter().add(new Button(Texts.t("access.act.cancel"), _ -> close()), submit);
    }

    static AccountDialog adding(Change change) {
        AccountDialog dialog = new AccountDialog(change);
        dialog.setHeaderTitle(Texts.t("access.add.title"));
        dialog.effect.setVisible(false);
        dialog.name.setAutofocus(true);
        dialog.submit.setText(Texts.t("access.users.add"));
        return dialog;
    }

    static AccountDialog changing(Account account, Change change) {
        AccountDialog dialog = new AccountDialog(change);
        dialog.setHeaderTitle(Texts.t("access.roles.title", account.name()));
        dialog.name.setVisible(false);
        dialog.name.setValue(account.name());
        dialog.roles.setValue(account.roles());
        dialog.submit.setText(Texts.t("access.roles.submit"));
        return dialog;
    }

    private void submit() {
        switch (change.to(name.getValue(), roles.getValue(), reason.getValue())) {
            case AccountChange.Done _ -> close();
            case AccountChange.Refused(AccountChange.Why why) -> {
                refusal.setText(Texts.word("access.refused", why));
                refusal.setVisible(true);
                submit.setEnabled(true);
            }
        }
    }

    /** What to do with the answers. */
    @FunctionalInterface
    interface Change {
        AccountChange to(String name, Set<Role> roles, String reason);
    }
}
