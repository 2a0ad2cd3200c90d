package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.ImportKind;
import ru.freesport.console.onec.UntakenFilter;
import ru.freesport.console.onec.UntakenRows;
import ru.freesport.console.onec.UntakenState;
import ru.freesport.console.onec.UntakenView;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.Texts;

/** The rows a run did not take: why, where they stand, and what a person does about it. */
final class UntakenGrid extends Grid<UntakenView> {

    private static final String MAPPINGS = "settings/mappings";
    private static final String STATUSES = "settings/statuses";

    private final UntakenRows rows;
    private final KeysetItems<UntakenView> items;
    private UntakenFilter filter;

    /**
     * @param showsRaw a row's element can be opened
     * @param retry tries one row again; null for people who may only look
     */
    UntakenGrid(UntakenRows rows, long runId, boolean showsRaw, @Nullable Consumer<UntakenView> retry) {
        this.rows = rows;
        this.filter = UntakenFilter.ofRun(runId);
        this.items = new KeysetItems<>(UntakenView::id, (after, limit) -> this.rows.page(filter, after, limit));
        addClassName("untaken-grid");
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        Column<?> state = addComponentColumn(SyncWords::badge)
                .setHeader(Texts.t("onec.untaken.column.state"))
                .setWidth("13rem")
                .setFlexGrow(0);
        Column<?> row = addComponentColumn(UntakenGrid::row)
                .setHeader(Texts.t("onec.untaken.column.row"))
                .setWidth("11rem")
                .setFlexGrow(2);
        Column<?> reason = addComponentColumn(UntakenGrid::reason)
                .setHeader(Texts.t("onec.untaken.column.reason"))
                .setWidth("13rem")
                .setFlexGrow(3);
        Column<?> place = addComponentColumn(UntakenGrid::place)
                .setHeader(Texts.t("onec.untaken.column.place"))
                .setWidth("8rem")
                .setFlexGrow(1);
        Column<UntakenView> card = addComponentColumn(
                        found -> SyncWords.lines(SyncWords.badge(found), row(found), reason(found), place(found)))
                .setHeader(Texts.t("onec.untaken.column.row"));
        addComponentColumn(found -> actions(found, showsRaw, retry))
                .setHeader(Texts.t("onec.untaken.column.actions"))
                .setWidth("6rem")
                .setFlexGrow(0);
        NarrowColumns.on(this, List.of(state, row, reason, place), card);
        setEmptyStateComponent(new EmptyState(
                VaadinIcon.CHECK_CIRCLE_O, Texts.t("onec.untaken.empty"), Texts.t("onec.untaken.empty.next")));
        setItems(items);
    }

    void show(UntakenFilter wanted) {
        filter = wanted;
        items.forget();
        getDataProvider().refreshAll();
    }

    void refresh() {
        getDataProvider().refreshAll();
    }

    private static Component row(UntakenView row) {
        Span key = new Span(row.id1c());
        key.addClassNames("mono", "row-key");
        return SyncWords.lines(new Span(SyncWords.kind(row.kind())), key);
    }

    private static Component reason(UntakenView row) {
        Span reason = new Span(SyncWords.reason(row.reason()));
        Div cell = new Div(reason);
        cell.addClassName("two-lines");
        String detail = row.detail() == null ? row.waitingId() : row.detail();
        if (detail != null && !detail.isBlank()) {
            Span found = new Span(detail);
            found.addClassNames("mono", "row-detail");
            cell.add(found);
        }
        if (row.isOpen()) {
            cell.add(
                    row.state() == UntakenState.HELD
                            ? new Anchor(
                                    row.kind() == ImportKind.ORDER_STATUSES ? STATUSES : MAPPINGS,
                                    SyncWords.nextStep(row.reason()))
                            : SyncWords.quiet(SyncWords.nextStep(row.reason())));
        }
        return cell;
    }

    private static Component place(UntakenView row) {
        Span line = SyncWords.quiet(Texts.t("onec.untaken.line", Long.toString(row.line())));
        Component file =
                row.messageId() == null ? new Span(row.path()) : new Anchor("messages/" + row.messageId(), row.path());
        return row.line() == 0 ? file : SyncWords.lines(file, line);
    }

    private Component actions(UntakenView row, boolean showsRaw, @Nullable Consumer<UntakenView> retry) {
        Div buttons = new Div();
        buttons.addClassName("row-actions");
        if (showsRaw && row.line() > 0) {
            buttons.add(button(
                    VaadinIcon.CODE,
                    Texts.t("onec.raw.show"),
                    () -> new RawElementDialog(row).open(rows, row, getUI().orElseGet(UI::getCurrent))));
        }
        if (retry != null && row.isOpen() && row.line() > 0) {
            buttons.add(button(VaadinIcon.REFRESH, Texts.t("onec.retry.row"), () -> retry.accept(row)));
        }
        return buttons;
    }

    private static Button button(VaadinIcon icon, String label, Runnable act) {
        Button button = new Button(icon.create(), _ -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }
}
