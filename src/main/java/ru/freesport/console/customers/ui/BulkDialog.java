package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Choice;
import ru.freesport.console.customers.conflicts.ConflictBulk;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Texts;

/** Decides conflicts that differ in the same way alike: how many exactly, whose, which side is taken, and why. */
final class BulkDialog {

    private static final int NAMED = 5;
    private static final int SHOWN_MS = 12_000;

    private final ConfirmWithReason dialog;

    /** @param changed called after the work */
    BulkDialog(ConflictBulk bulk, String pattern, Runnable changed) {
        ConflictBulk.Preview found = bulk.preview(pattern);
        List<ConflictRow> rows = found.rows();
        boolean areContacts =
                !rows.isEmpty() && rows.getFirst().fields().stream().allMatch(CustomerField::isContact);
        RadioButtonGroup<Choice> side = new RadioButtonGroup<>();
        side.setLabel(Texts.t("customers.bulk.side"));
        side.setItems(areContacts ? List.of(Choice.SHOP, Choice.ONEC, Choice.BOTH) : List.of(Choice.SHOP, Choice.ONEC));
        side.setItemLabelGenerator(one -> Texts.word("customers.choice", one));
        side.setValue(Choice.SHOP);
        Div preview = new Div(side);
        rows.stream()
                .limit(NAMED)
                .forEach(row -> preview.add(
                        new Paragraph(Texts.t("customers.conflict.subjectOf", Long.toString(row.id()), row.name()))));
        if (found.all() > NAMED) {
            preview.add(new Paragraph(Texts.plural("customers.bulk.more", found.all() - NAMED)));
        }
        preview.addClassName("refund-preflight");
        dialog = new ConfirmWithReason(
                        Texts.t("customers.bulk.open"), Texts.plural("customers.bulk.verb", found.all()), reason -> {
                            tell(bulk.start(pattern, found.at(), side.getValue(), reason));
                            changed.run();
                        })
                .subject(Texts.plural("customers.conflicts.found", found.all()))
                .effect(Texts.t("customers.bulk.effect"))
                .choice(preview);
    }

    private static void tell(long run) {
        Notification told = new Notification();
        told.setDuration(SHOWN_MS);
        told.add(new Anchor("sync/runs/" + run, Texts.t("customers.bulk.begun", Long.toString(run))));
        told.open();
    }

    void open() {
        dialog.open();
    }
}
