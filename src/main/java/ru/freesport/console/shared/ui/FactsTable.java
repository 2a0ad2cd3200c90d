package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;

/** A small table of facts, all its rows at once; a wide one scrolls by itself, not with the page. */
public final class FactsTable extends Div {

    private final NativeTable table = new NativeTable();
    private final Set<Integer> numeric;

    /** @param numeric columns that are aligned right, from 0 */
    public FactsTable(List<String> headers, Set<Integer> numeric) {
        this.numeric = Set.copyOf(numeric);
        NativeTableRow row = table.getHead().addRow();
        for (int column = 0; column < headers.size(); column++) {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.setText(headers.get(column));
            cell.setClassName("numeric", numeric.contains(column));
        }
        table.addClassName("facts-table");
        addClassName("facts-frame");
        getElement().setAttribute("tabindex", "0");
        add(table);
    }

    public FactsTable row(Component... cells) {
        NativeTableRow row = table.getBody().addRow();
        for (int column = 0; column < cells.length; column++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(cells[column]);
            cell.setClassName("numeric", numeric.contains(column));
        }
        return this;
    }

    public FactsTable row(String... cells) {
        Span[] texts = new Span[cells.length];
        for (int column = 0; column < cells.length; column++) {
            texts[column] = new Span(cells[column]);
        }
        return row((Component[]) texts);
    }
}
