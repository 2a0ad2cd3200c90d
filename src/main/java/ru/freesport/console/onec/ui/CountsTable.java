package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** What a run counted, kind by kind; zeroes stay quiet so that the figures that matter stand out. */
final class CountsTable extends Div {

    private static final Map<String, ToLongFunction<KindCounts>> COLUMNS = columns();

    private final NativeTable table = new NativeTable();

    CountsTable() {
        addClassName("counts");
        table.addClassName("counts-table");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText(Texts.t("onec.counts.column.kind"));
        COLUMNS.keySet().forEach(column -> {
            var cell = head.addHeaderCell();
            cell.setText(Texts.t("onec.counts.column." + column));
            cell.addClassName("number");
        });
        add(table);
    }

    void show(Map<String, KindCounts> counts) {
        table.getBody().removeAllRows();
        counts.forEach((kind, count) -> {
            NativeTableRow row = table.getBody().addRow();
            row.addDataCell().setText(SyncWords.kind(kind));
            COLUMNS.forEach((column, figure) -> {
                long rows = figure.applyAsLong(count);
                NativeTableCell cell = row.addDataCell();
                cell.setText(Formats.number(rows));
                cell.addClassName("number");
                cell.addClassName(rows == 0 ? "zero" : "counted-" + column);
            });
        });
        setVisible(!counts.isEmpty());
    }

    private static Map<String, ToLongFunction<KindCounts>> columns() {
        Map<String, ToLongFunction<KindCounts>> columns = new LinkedHashMap<>();
        columns.put("read", KindCounts::read);
        columns.put("created", KindCounts::created);
        columns.put("changed", KindCounts::changed);
        columns.put("unchanged", KindCounts::unchanged);
        columns.put("held", KindCounts::held);
        columns.put("parked", KindCounts::parked);
        columns.put("rejected", KindCounts::rejected);
        return columns;
    }
}
