package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderRoute;
import ru.freesport.console.orders.RouteChange;
import ru.freesport.console.orders.RouteFields;
import ru.freesport.console.orders.VatRate;
import ru.freesport.console.shared.ui.Texts;

/** Asks what a warehouse's goods are sold as. */
final class RouteDialog extends ReasonedDialog {

    private static final List<VatRate> RATES = List.of(
            VatRate.of(22), VatRate.of(20), VatRate.of(10), VatRate.of(7), VatRate.of(5), VatRate.of(0), VatRate.NONE);

    private RouteDialog(Fields fields, @Nullable OrderRoute route, BiFunction<RouteFields, String, RouteChange> act) {
        super(
                Texts.t(route == null ? "orders.routes.add.title" : "orders.routes.change.title"),
                reason -> act.apply(fields.value(), reason),
                fields.name,
                fields.onecId,
                fields.organisation,
                fields.vat,
                fields.position);
    }

    /** @param route null asks for a new one */
    RouteDialog(@Nullable OrderRoute route, BiFunction<RouteFields, String, RouteChange> act) {
        this(new Fields(route), route, act);
    }

    private static final class Fields {

        private final TextField name = new TextField(Texts.t("orders.routes.warehouse"));
        private final TextField onecId = new TextField(Texts.t("orders.routes.onecId"));
        private final TextField organisation = new TextField(Texts.t("orders.routes.organisation"));
        private final Select<VatRate> vat = new Select<>();
        private final IntegerField position = new IntegerField(Texts.t("orders.routes.position"));

        Fields(@Nullable OrderRoute route) {
            name.setHelperText(Texts.t("orders.routes.exactly"));
            name.setRequiredIndicatorVisible(true);
            name.setWidthFull();
            onecId.setHelperText(Texts.t("orders.routes.onecId.help"));
            onecId.setWidthFull();
            organisation.setHelperText(Texts.t("orders.routes.exactly"));
            organisation.setRequiredIndicatorVisible(true);
            organisation.setWidthFull();
            vat.setLabel(Texts.t("orders.routes.vat"));
            vat.setItems(RATES);
            vat.setItemLabelGenerator(rate -> rate == null ? Texts.t("orders.routes.ownVat") : OrderWords.vat(rate));
            vat.setEmptySelectionAllowed(true);
            vat.setEmptySelectionCaption(Texts.t("orders.routes.ownVat"));
            vat.setWidthFull();
            position.setHelperText(Texts.t("orders.routes.position.help"));
            position.setMin(1);
            position.setStepButtonsVisible(true);
            position.setValue(route == null ? 1 : route.position());
            if (route != null) {
                name.setValue(route.warehouseName());
                onecId.setValue(route.warehouseOnecId() == null ? "" : route.warehouseOnecId());
                organisation.setValue(route.organisation());
                vat.setValue(route.fixedVat());
            }
        }

        RouteFields value() {
            Integer at = position.getValue();
            return new RouteFields(
                    onecId.getValue(), name.getValue(), organisation.getValue(), vat.getValue(), at == null ? 1 : at);
        }
    }
}
