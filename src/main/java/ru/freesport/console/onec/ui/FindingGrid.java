package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableFunction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ru.freesport.console.onec.Finding;
import ru.freesport.console.onec.FindingFilter;
import ru.freesport.console.onec.Findings;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.KeysetItems;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.Texts;

/** What a packet would do, row by row: was, becomes, by how much. */
final class FindingGrid extends Grid<Finding> {

    private final KeysetItems<Finding> items;
    private FindingFilter filter;

    FindingGrid(Findings findings, long runId) {
        this.filter = FindingFilter.ofRun(runId);
        this.items = new KeysetItems<>(Finding::id, (after, limit) -> findings.page(filter, after, limit));
        addClassName("finding-grid");
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        List<Column<Finding>> columns = List.of(
                column("kind", FindingGrid::kind, "9rem", 1),
                column("name", FindingGrid::name, "11rem", 3),
                column("level", FindingGrid::level, "10rem", 1),
                column("was", found -> number(HoldWords.was(found)), "7rem", 0).setTextAlign(ColumnTextAlign.END),
                column("became", found -> number(HoldWords.became(found)), "7rem", 0)
                        .setTextAlign(ColumnTextAlign.END),
                column("change", found -> number(HoldWords.change(found)), "6rem", 0)
                        .setTextAlign(ColumnTextAlign.END));
        Column<Finding> card = addComponentColumn(FindingGrid::card).setHeader(Texts.t("onec.hold.findings"));
        NarrowColumns.on(this, columns, card);
        setEmptyStateComponent(
                new EmptyState(VaadinIcon.SEARCH, Texts.t("onec.hold.none"), Texts.t("onec.hold.none.next")));
        setItems(items);
    }

    void show(FindingFilter wanted) {
        filter = wanted;
        items.forget();
        getDataProvider().refreshAll();
    }

    private Column<Finding> column(String key, SerializableFunction<Finding, Component> cell, String width, int grow) {
        return addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Texts.t("onec.hold.column." + key))
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private static Component kind(Finding found) {
        return new Span(HoldWords.kind(found.kind()));
    }

    private static Component name(Finding found) {
        Anchor product = new Anchor(
                "products/" + URLEncoder.encode(found.productOnecId(), StandardCharsets.UTF_8), found.name());
        Span second = SyncWords.quiet(found.article() == null ? found.onecId() : found.article());
        second.addClassName("row-detail");
        return SyncWords.lines(product, second);
    }

    private static Component level(Finding found) {
        Span levels = new Span(HoldWords.levels(found.levels()));
        String ladder = HoldWords.ladder(found);
        return ladder.isEmpty() ? levels : SyncWords.lines(levels, SyncWords.quiet(ladder));
    }

    private static Component number(String text) {
        Div cell = new Div(text);
        cell.addClassName("number");
        return cell;
    }

    private static Component card(Finding found) {
        String was = HoldWords.was(found);
        String change = HoldWords.change(found);
        String fromTo = was.isEmpty() ? "" : Texts.t("onec.hold.fromTo", was, HoldWords.became(found));
        Span values = new Span(change.isEmpty() ? fromTo : fromTo + " · " + change);
        return SyncWords.lines(kind(found), name(found), level(found), values);
    }
}
