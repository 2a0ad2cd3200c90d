package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import ru.freesport.console.partners.JournalLine;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.NarrowColumns;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** How a line of the journal looks in the list: columns on a wide screen, a card on a narrow one. */
final class JournalColumns {

    private final Function<String, String> titles;

    /** @param titles what people call a channel */
    JournalColumns(Function<String, String> titles) {
        this.titles = titles;
    }

    void on(Grid<JournalLine> grid) {
        narrow(grid.addComponentColumn(line -> new TimeAgo(line.at())), "partners.messages.at");
        narrow(
                grid.addComponentColumn(line -> MessageWords.direction(line.direction())),
                "partners.messages.direction");
        narrow(grid.addColumn(line -> titles.apply(line.channel())), "partners.messages.door");
        grid.addColumn(JournalLine::name)
                .setHeader(Texts.t("partners.messages.name"))
                .setTooltipGenerator(JournalLine::name)
                .setFlexGrow(1);
        narrow(grid.addComponentColumn(JournalColumns::outcome), "partners.messages.outcome");
        narrow(grid.addColumn(JournalColumns::measure), "partners.messages.measure")
                .setTextAlign(ColumnTextAlign.END);
        narrow(
                        grid.addColumn(line -> line.attempt() == 0 ? "" : Integer.toString(line.attempt())),
                        "partners.messages.attempt")
                .setTextAlign(ColumnTextAlign.END);
        List<Grid.Column<JournalLine>> columns = grid.getColumns();
        Grid.Column<JournalLine> card = grid.addComponentColumn(this::card)
                .setHeader(Texts.t("partners.messages.title"))
                .setFlexGrow(1);
        NarrowColumns.on(grid, columns, card);
    }

    private static Grid.Column<JournalLine> narrow(Grid.Column<JournalLine> column, String header) {
        return column.setHeader(Texts.t(header)).setAutoWidth(true).setFlexGrow(0);
    }

    private Component card(JournalLine line) {
        Div top = new Div(new Span(line.name()), new TimeAgo(line.at()));
        top.addClassName("journal-card-line");
        Div second = new Div(new Span(titles.apply(line.channel())), new Span(measure(line)));
        second.addClassNames("journal-card-line", "quiet");
        Div states = new Div(MessageWords.direction(line.direction()), outcome(line));
        states.addClassName("journal-card-states");
        Div card = new Div(top, second, states);
        card.addClassName("journal-card");
        return card;
    }

    private static Component outcome(JournalLine line) {
        if (line.kind() == JournalLine.Kind.FILE) {
            return new Span(Texts.t("partners.messages.file"));
        }
        Div outcome = new Div(MessageWords.result(line.result()));
        outcome.addClassName("journal-card-states");
        if (line.error() != null) {
            Span error = new Span(Texts.word("partners.error", line.error()));
            error.addClassName("quiet");
            outcome.add(error);
        }
        if (line.isReplay()) {
            outcome.add(new Span(Texts.t("partners.messages.replay")));
        }
        return outcome;
    }

    /** How long a call took, how large a file is. */
    private static String measure(JournalLine line) {
        if (line.kind() == JournalLine.Kind.FILE) {
            return Formats.bytes(line.size());
        }
        return line.duration() == null ? "" : Formats.duration(line.duration());
    }
}
