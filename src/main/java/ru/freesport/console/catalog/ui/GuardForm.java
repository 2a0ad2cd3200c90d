package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import ru.freesport.console.catalog.GuardLimits;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.shared.ui.Texts;

/** The guard's limits to read or to set. */
final class GuardForm extends Div {

    private final BigDecimalField priceChange = percent("priceChange");
    private final CheckboxGroup<PriceLevel> ladder = new CheckboxGroup<>();
    private final BigDecimalField zeroedShare = percent("zeroedShare");
    private final IntegerField zeroedLeast = least("zeroedLeast");
    private final BigDecimalField hiddenShare = percent("hiddenShare");
    private final IntegerField hiddenLeast = least("hiddenLeast");

    GuardForm(boolean mayDecide) {
        ladder.setLabel(Texts.t("catalog.guard.ladder"));
        ladder.setHelperText(Texts.t("catalog.guard.ladder.help"));
        ladder.setItems(GuardLimits.LADDER);
        ladder.setItemLabelGenerator(MappingWords::level);
        ladder.setReadOnly(!mayDecide);
        List.of(priceChange, zeroedShare, hiddenShare).forEach(field -> field.setReadOnly(!mayDecide));
        List.of(zeroedLeast, hiddenLeast).forEach(field -> field.setReadOnly(!mayDecide));
        addClassName("guard-form");
        add(
                Facts.block(Texts.t("catalog.guard.prices"), row(priceChange), ladder),
                Facts.block(Texts.t("catalog.guard.stock"), row(zeroedShare, zeroedLeast)),
                Facts.block(Texts.t("catalog.guard.hidden"), row(hiddenShare, hiddenLeast)));
    }

    void show(GuardLimits limits) {
        priceChange.setValue(limits.priceChange());
        ladder.setValue(java.util.Set.copyOf(limits.ladder()));
        zeroedShare.setValue(limits.zeroedShare());
        zeroedLeast.setValue(limits.zeroedLeast());
        hiddenShare.setValue(limits.hiddenShare());
        hiddenLeast.setValue(limits.hiddenLeast());
    }

    /** What stands in the fields; a field that holds no number counts as nothing, which nobody may save for a number. */
    GuardLimits limits() {
        return new GuardLimits(
                priceChange.getValue(),
                zeroedShare.getValue(),
                number(zeroedLeast),
                hiddenShare.getValue(),
                number(hiddenLeast),
                List.copyOf(ladder.getValue()));
    }

    boolean isReadable() {
        return !priceChange.isInvalid()
                && !zeroedShare.isInvalid()
                && !hiddenShare.isInvalid()
                && !zeroedLeast.isInvalid()
                && !hiddenLeast.isInvalid();
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    private static Div row(com.vaadin.flow.component.Component... fields) {
        Div row = new Div(fields);
        row.addClassName("guard-row");
        return row;
    }

    private static BigDecimalField percent(String name) {
        BigDecimalField field = new BigDecimalField(Texts.t("catalog.guard." + name));
        field.setHelperText(Texts.t("catalog.guard." + name + ".help"));
        field.setLocale(Texts.locale());
        field.setClearButtonVisible(true);
        return field;
    }

    private static IntegerField least(String name) {
        IntegerField field = new IntegerField(Texts.t("catalog.guard." + name));
        field.setHelperText(Texts.t("catalog.guard.least.help"));
        field.setMin(1);
        return field;
    }
}
