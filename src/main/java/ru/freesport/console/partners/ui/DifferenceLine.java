package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Span;
import ru.freesport.console.shared.LineDiff;
import ru.freesport.console.shared.ui.Texts;

/** One line of a difference, told apart by its sign and not by colour alone. */
final class DifferenceLine extends Span {

    DifferenceLine(LineDiff.Line line) {
        setText(
                switch (line.change()) {
                    case SAME -> "  " + line.text();
                    case REMOVED -> "− " + line.text();
                    case ADDED -> "+ " + line.text();
                    case SKIPPED -> "  " + Texts.plural("partners.text.skipped", Long.parseLong(line.text()));
                });
        addClassNames(
                "difference-line",
                switch (line.change()) {
                    case SAME -> "difference-same";
                    case REMOVED -> "difference-removed";
                    case ADDED -> "difference-added";
                    case SKIPPED -> "difference-skipped";
                });
    }
}
