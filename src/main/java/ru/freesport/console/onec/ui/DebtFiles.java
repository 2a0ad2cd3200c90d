package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.onec.outgoing.OutgoingFile;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** Files that took orders to 1C instead of a call, those with debt first. */
final class DebtFiles extends Grid<OutgoingFile> {

    private final boolean mayAct;
    private final Consumer<OutgoingFile> resend;
    private final Consumer<OutgoingFile> done;

    DebtFiles(Debt debt, boolean mayAct, Consumer<OutgoingFile> resend, Consumer<OutgoingFile> done) {
        this.mayAct = mayAct;
        this.resend = resend;
        this.done = done;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        NarrowColumns.on(this, columns(), addComponentColumn(this::card));
        setEmptyStateComponent(
                new EmptyState(VaadinIcon.CHECK_CIRCLE_O, Texts.t("onec.debt.none"), Texts.t("onec.debt.none.next")));
        setItemsPageable(page -> debt.files((int) page.getOffset(), page.getPageSize()));
    }

    private List<Column<OutgoingFile>> columns() {
        return List.of(
                addComponentColumn(DebtFiles::name)
                        .setHeader(Texts.t("onec.debt.file.name"))
                        .setFlexGrow(1),
                number(OutgoingFile::rows, "rows"),
                number(OutgoingFile::open, "open"),
                fixed(file -> new TimeAgo(file.createdAt()), "age", "7.5rem"),
                fixed(DebtFiles::state, "state", "8rem"),
                fixed(DebtFiles::acknowledged, "acknowledged", "10rem"),
                fixed(this::acts, "acts", "18rem"));
    }

    private Column<OutgoingFile> number(java.util.function.ToIntFunction<OutgoingFile> value, String key) {
        return addColumn(value::applyAsInt)
                .setHeader(Texts.t("onec.debt.file." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem")
                .setFlexGrow(0);
    }

    private Column<OutgoingFile> fixed(
            com.vaadin.flow.function.ValueProvider<OutgoingFile, Component> cell, String key, String width) {
        return addComponentColumn(cell)
                .setHeader(Texts.t("onec.debt.file." + key))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Component name(OutgoingFile file) {
        Div cell = new Div(
                file.message() == null ? new Span(file.name()) : new Anchor("messages/" + file.message(), file.name()));
        cell.addClassName("two-lines");
        if (file.failure() != null) {
            cell.add(SyncWords.quiet(file.failure()));
        }
        return cell;
    }

    private static Component state(OutgoingFile file) {
        Tone tone = switch (file.state()) {
            case WAITING -> Tone.BAD;
            case UPLOADED -> Tone.WARN;
            case WITHDRAWING -> Tone.BUSY;
            case SETTLED -> Tone.GOOD;
            case WITHDRAWN -> Tone.QUIET;
        };
        return new StatusBadge(tone, Texts.word("onec.debt.state", file.state()));
    }

    private static Component acknowledged(OutgoingFile file) {
        return file.acknowledgedAt() == null
                ? new Span(Texts.t("onec.debt.file.notAcknowledged"))
                : new TimeAgo(file.acknowledgedAt());
    }

    private Component acts(OutgoingFile file) {
        Div acts = new Div();
        acts.addClassName("row-actions");
        if (mayAct && file.open() > 0) {
            acts.add(button("resend", () -> resend.accept(file)), button("done", () -> done.accept(file)));
        }
        return acts;
    }

    private static Button button(String key, Runnable act) {
        Button button = new Button(Texts.t("onec.debt." + key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Component card(OutgoingFile file) {
        Div facts = new Div(
                state(file),
                new Span(Texts.t("onec.debt.rowsOf", file.rows(), file.open())),
                new TimeAgo(file.createdAt()));
        facts.addClassName("in-row");
        Div card = new Div(name(file), facts, acts(file));
        card.addClassName("two-lines");
        return card;
    }
}
