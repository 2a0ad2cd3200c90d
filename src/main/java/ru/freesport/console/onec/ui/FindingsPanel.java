package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.onec.Finding;
import ru.freesport.console.onec.FindingFilter;
import ru.freesport.console.onec.Findings;
import ru.freesport.console.shared.ui.DownloadLinks;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.TableExport;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** What a held packet would do beside what is in force, with its filter and its download. */
final class FindingsPanel extends Section {

    /** Beyond this nobody needs an exact total on the screen. */
    private static final int COUNTED = 10_000;

    /** Not "kind": the page has another list with a filter of that name. */
    private static final String KIND = "finding";

    private final Findings findings;
    private final FindingGrid grid;
    private final Span total = new Span();
    private final long runId;
    private FindingFilter filter;

    FindingsPanel(long runId, Findings findings, GuardVerdict verdict) {
        this.runId = runId;
        this.findings = findings;
        this.filter = FindingFilter.ofRun(runId);
        this.grid = new FindingGrid(findings, runId);
        Map<String, String> kinds = new LinkedHashMap<>();
        verdict.counts()
                .forEach(count -> kinds.put(
                        count.kind().name(),
                        Texts.t("onec.hold.kindCount", HoldWords.kind(count.kind()), Formats.number(count.found()))));
        FilterBar bar = new FilterBar(Texts.t("onec.hold.filter"))
                .choice(KIND, Texts.t("onec.hold.column.kind"), kinds)
                .end(total, new DownloadLinks(export()))
                .onChange(this::show);
        addClassName("run-section");
        add(new H2(Texts.t("onec.hold.findings")), bar, grid);
    }

    private void show(ViewState state) {
        FindingKind kind = state.one(KIND)
                .flatMap(name -> Arrays.stream(FindingKind.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst())
                .orElse(null);
        filter = new FindingFilter(runId, kind, state.search());
        grid.show(filter);
        long found = findings.count(filter, COUNTED + 1L);
        total.setText(
                found > COUNTED
                        ? Texts.t("onec.untaken.more", Formats.number(COUNTED))
                        : Texts.plural("onec.untaken.total", found));
    }

    /** The words are chosen now, in the language of the screen; the rows are read when somebody asks for them. */
    private TableExport<Finding> export() {
        Map<FindingKind, String> kinds = new EnumMap<>(FindingKind.class);
        Arrays.stream(FindingKind.values()).forEach(kind -> kinds.put(kind, HoldWords.kind(kind)));
        Map<PriceLevel, String> levels = new EnumMap<>(PriceLevel.class);
        Arrays.stream(PriceLevel.values()).forEach(level -> levels.put(level, HoldWords.level(level)));
        return new TableExport<Finding>("run-" + runId + "-findings", row -> findings.export(filter, row))
                .column(Texts.t("onec.hold.column.kind"), found -> kinds.get(found.kind()))
                .column(Texts.t("onec.hold.column.name"), Finding::name)
                .column(Texts.t("onec.hold.column.article"), Finding::article)
                .column(Texts.t("onec.hold.column.onecId"), Finding::onecId)
                .column(
                        Texts.t("onec.hold.column.level"),
                        found -> String.join(
                                ", ", found.levels().stream().map(levels::get).toList()))
                .column(Texts.t("onec.hold.column.was"), Finding::was)
                .column(Texts.t("onec.hold.column.became"), Finding::became)
                .column(Texts.t("onec.hold.column.currency"), Finding::currency)
                .column(Texts.t("onec.hold.changeInFile"), Finding::change)
                .column(
                        Texts.t("onec.hold.column.below"),
                        found -> found.below() == null ? null : levels.get(found.below()))
                .column(Texts.t("onec.hold.column.belowAmount"), Finding::belowAmount);
    }
}
