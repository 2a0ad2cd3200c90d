package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import ru.freesport.console.customers.conflicts.ConflictOutcome.Clash;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** Somebody was quicker: what they decided beside what was about to be, field by field. Nothing was written. */
final class ClashDialog extends Dialog {

    /** @param look shows the conflict as it is now */
    ClashDialog(Clash clash, Runnable look) {
        setHeaderTitle(Texts.t("customers.clash.title"));
        setRole("alertdialog");
        addClassName("clash");
        add(new Paragraph(Texts.t("customers.clash.who", clash.who(), Formats.absolute(clash.at()))));
        if (clash.fields().isEmpty()) {
            add(new Paragraph(Texts.t("customers.clash.same")));
        } else {
            FactsTable table = new FactsTable(
                    List.of(
                            Texts.t("customers.conflict.field"),
                            Texts.t("customers.clash.theirs"),
                            Texts.t("customers.clash.yours")),
                    Set.of());
            clash.fields()
                    .forEach(field -> table.row(
                            Texts.word("customers.field", field.field()),
                            ConflictWords.shown(field.theirs()),
                            ConflictWords.shown(field.yours())));
            add(table, new Paragraph(Texts.t("customers.clash.nothing")));
        }
        Button show = new Button(Texts.t("customers.clash.show"), _ -> {
            close();
            look.run();
        });
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(show);
        show.focus();
    }
}
