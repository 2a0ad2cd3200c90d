package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Set;
import ru.freesport.console.catalog.MappingChange;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** Who decided what about the mappings, when and why, and which run took the rows that had waited. */
final class MappingHistoryTab extends Div {

    private static final int SHOWN = 200;

    MappingHistoryTab(Mappings mappings) {
        List<MappingChange> changes = mappings.history(SHOWN);
        if (changes.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.CLOCK,
                    Texts.t("catalog.mappings.noHistory"),
                    Texts.t("catalog.mappings.noHistoryHint")));
            return;
        }
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.mappings.when"),
                        Texts.t("catalog.mappings.who"),
                        Texts.t("catalog.mappings.what"),
                        Texts.t("catalog.mappings.change"),
                        Texts.t("catalog.mappings.reason"),
                        Texts.t("catalog.mappings.run")),
                Set.of());
        changes.forEach(change -> Facts.row(
                table,
                Set.of(),
                new TimeAgo(change.at()),
                new Span(change.actor().name()),
                new Span(MappingWords.subject(change)),
                new Span(MappingWords.fromTo(change)),
                new Span(change.reason() == null ? "" : change.reason()),
                run(change)));
        add(Facts.scrolling(table));
    }

    private static Component run(MappingChange change) {
        return change.runId() == null
                ? new Span()
                : new Anchor(
                        "sync/runs/" + change.runId(), Texts.t("catalog.origin.run", Long.toString(change.runId())));
    }
}
