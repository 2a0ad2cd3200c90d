package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Texts;

/** Makes a warehouse of its own out of a 1C id: asks for the name, and for a reason when the id was in use. */
final class NewWarehouseDialog extends Dialog {

    private static final int LONGEST = 200;

    private final TextField name = new TextField(Texts.t("catalog.mappings.warehouseName"));
    private final TextField reason = new TextField(Texts.t("shared.confirm.reason"));

    /** @param effect what becomes of the earlier warehouse; null when there was none */
    NewWarehouseDialog(String onecId, @Nullable String effect, BiConsumer<String, String> accept) {
        setHeaderTitle(Texts.t("catalog.mappings.newWarehouse"));
        addClassName("confirm-with-reason");
        name.setMaxLength(LONGEST);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setAutofocus(true);
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(effect != null);
        reason.setWidthFull();
        reason.setVisible(effect != null);
        add(new CopyChip(onecId), name, reason);
        if (effect != null) {
            add(new Paragraph(effect));
        }
        Button cancel = new Button(Texts.t("shared.cancel"), _ -> close());
        Button create = new Button(Texts.t("catalog.mappings.createWarehouse"), _ -> {
            name.setInvalid(name.getValue().isBlank());
            reason.setInvalid(effect != null && reason.getValue().isBlank());
            if (!name.isInvalid() && !reason.isInvalid()) {
                close();
                accept.accept(name.getValue().strip(), reason.getValue().strip());
            }
        });
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, create);
    }
}
