package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.Product;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** Blocks of facts on the page of a product: each says where its values came from and when. */
final class Facts {

    private Facts() {}

    static Section block(String title, Component... content) {
        Section section = new Section(new H2(title));
        section.addClassName("facts");
        section.add(content);
        return section;
    }

    /** "запуск 12 · 5 мин назад"; a value that people made has no run. */
    static Span origin(Product.@Nullable Origin origin) {
        Span words = new Span();
        words.addClassName("origin");
        if (origin == null) {
            return words;
        }
        if (origin.runId() > 0) {
            words.add(new Anchor(
                    "sync/runs/" + origin.runId(), Texts.t("catalog.origin.run", Long.toString(origin.runId()))));
        }
        words.add(new TimeAgo(origin.at()));
        return words;
    }

    /** @param numeric columns that are aligned right */
    static NativeTable table(List<String> headers, Set<Integer> numeric) {
        NativeTable table = new NativeTable();
        table.addClassName("facts-table");
        NativeTableRow row = table.getHead().addRow();
        for (int i = 0; i < headers.size(); i++) {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.setText(headers.get(i));
            cell.setClassName("numeric", numeric.contains(i));
        }
        return table;
    }

    static NativeTableRow row(NativeTable table, Set<Integer> numeric, Component... cells) {
        NativeTableRow row = table.getBody().addRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.add(cells[i]);
            cell.setClassName("numeric", numeric.contains(i));
        }
        return row;
    }

    /** A wide table scrolls by itself, not with the page. */
    static Div scrolling(NativeTable table) {
        Div frame = new Div(table);
        frame.addClassName("facts-frame");
        return frame;
    }

    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
