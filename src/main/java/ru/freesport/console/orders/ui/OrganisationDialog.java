package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiFunction;
import ru.freesport.console.orders.RouteChange;
import ru.freesport.console.orders.VatRate;
import ru.freesport.console.shared.ui.Texts;

/** Asks who sells at a VAT rate where no route says so. */
final class OrganisationDialog extends ReasonedDialog {

    OrganisationDialog(VatRate rate, String organisation, BiFunction<String, String, RouteChange> act) {
        this(rate, field(organisation), act);
    }

    private OrganisationDialog(VatRate rate, TextField name, BiFunction<String, String, RouteChange> act) {
        super(
                Texts.t("orders.routes.byVat.title", OrderWords.vat(rate)),
                reason -> act.apply(name.getValue(), reason),
                name);
    }

    private static TextField field(String organisation) {
        TextField name = new TextField(Texts.t("orders.routes.organisation"));
        name.setHelperText(Texts.t("orders.routes.exactly"));
        name.setValue(organisation);
        name.setWidthFull();
        return name;
    }
}
