package ru.freesport.console.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Set;
import ru.freesport.console.access.ApiScope;
import ru.freesport.console.access.IssuedKey;
import ru.freesport.console.shared.ui.Texts;

/** Asks who a key is for, what it opens, and why. */
final class ApiKeyDialog extends Dialog {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;

    private final TextField name = new TextField(Texts.t("access.keys.name"));
    private final CheckboxGroup<ApiScope> scopes = new CheckboxGroup<>(Texts.t("access.keys.scopes"));
    private final TextField reason = new TextField(Texts.t("access.act.reason"));
    private final Paragraph refusal = new Paragraph();
    private final Button submit = new Button(Texts.t("access.keys.issue"));
    private final Wish wish;

    ApiKeyDialog(Wish wish) {
        this.wish = wish;
        setHeaderTitle(Texts.t("access.keys.issue.title"));
        name.setHelperText(Texts.t("access.keys.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(LONGEST_NAME);
        name.setAutofocus(true);
        name.setWidthFull();
        scopes.setItems(ApiScope.values());
        scopes.setItemLabelGenerator(scope -> Texts.word("access.scope", scope));
        scopes.setItemHelperGenerator(ApiScope::code);
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        scopes.setValue(EnumSet.allOf(ApiScope.class));
        scopes.setRequiredIndicatorVisible(true);
        reason.setHelperText(Texts.t("access.act.reasonHint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        refusal.addClassNames("refusal", "tone-bad");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(_ -> submit());
        setWidth("26rem");
        add(name, scopes, reason, refusal);
        getFooter().add(new Button(Texts.t("access.act.cancel"), _ -> close()), submit);
    }

    private void submit() {
        switch (wish.of(name.getValue(), scopes.getValue(), reason.getValue())) {
            case IssuedKey.Issued _ -> close();
            case IssuedKey.Refused refused -> {
                refusal.setText(Texts.word("access.keys.refused", refused.why()));
                refusal.setVisible(true);
                submit.setEnabled(true);
            }
        }
    }

    /** What to do with the answers. */
    @FunctionalInterface
    interface Wish {
        IssuedKey of(String name, Set<ApiScope> scopes, String reason);
    }
}
