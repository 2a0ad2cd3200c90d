package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.freesport.console.onec.ImportKind;
import ru.freesport.console.onec.RowRetries;
import ru.freesport.console.onec.UntakenFilter;
import ru.freesport.console.onec.UntakenRows;
import ru.freesport.console.onec.UntakenState;
import ru.freesport.console.onec.UntakenView;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.DownloadLinks;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.TableExport;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** The rows a run did not take, with their filter, their download and the ways to try them again. */
final class UntakenPanel extends Section {

    /** Beyond this nobody needs an exact total on the screen. */
    private static final int COUNTED = 10_000;

    private static final String STATE = "state";
    private static final String KIND = "kind";
    private static final String REASON = "reason";
    private static final String OPEN = "open";

    private final long runId;
    private final UntakenRows rows;
    private final RowRetries retries;
    private final UntakenGrid grid;
    private final FilterBar bar = new FilterBar(Texts.t("onec.untaken.filter"));
    private final Span total = new Span();
    private final Button retryAll = new Button(Texts.t("onec.retry.all"), VaadinIcon.REFRESH.create());
    private final boolean mayAct;
    private UntakenFilter filter;

    /** @param mayTakeOut see what 1C sent, and download the rows */
    UntakenPanel(long runId, UntakenRows rows, RowRetries retries, boolean mayAct, boolean mayTakeOut) {
        this.runId = runId;
        this.rows = rows;
        this.retries = retries;
        this.mayAct = mayAct;
        this.filter = UntakenFilter.ofRun(runId);
        this.grid = new UntakenGrid(rows, runId, mayTakeOut, mayAct ? this::retryOne : null);
        bar.quick(OPEN, Texts.t("onec.untaken.quick.open"));
        bar.choice(STATE, Texts.t("onec.untaken.column.state"), words("onec.untaken", UntakenState.values()));
        bar.choice(KIND, Texts.t("onec.untaken.kind"), words("onec.kind", ImportKind.values()));
        Map<String, String> reasons = new LinkedHashMap<>();
        rows.reasons(runId).forEach(reason -> reasons.put(reason, SyncWords.reason(reason)));
        bar.choice(REASON, Texts.t("onec.untaken.column.reason"), reasons);
        DownloadLinks downloads = new DownloadLinks(export());
        downloads.setVisible(mayTakeOut);
        retryAll.addThemeVariants(ButtonVariant.LUMO_SMALL);
        retryAll.addClickListener(_ -> retryMatching());
        bar.end(total, downloads, retryAll);
        bar.onChange(this::show);
        addClassName("run-section");
        add(new H2(Texts.t("onec.untaken.title")), bar, grid);
    }

    /** Something may have been taken meanwhile. */
    void refresh() {
        grid.refresh();
        count();
    }

    private void show(ViewState state) {
        filter = UntakenFilter.ofRun(runId)
                .inState(state.one(STATE)
                        .flatMap(name -> one(UntakenState.values(), name))
                        .orElse(null))
                .ofKind(state.one(KIND)
                        .flatMap(name -> one(ImportKind.values(), name))
                        .orElse(null))
                .because(state.one(REASON).orElse(null))
                .withText(state.search())
                .onlyOpen(state.quick(OPEN));
        grid.show(filter);
        count();
    }

    private void count() {
        long found = rows.count(filter, COUNTED + 1L);
        total.setText(
                found > COUNTED
                        ? Texts.t("onec.untaken.more", Formats.number(COUNTED))
                        : Texts.plural("onec.untaken.total", found));
        retryAll.setVisible(mayAct && rows.count(filter.onlyOpen(true), 1) > 0);
    }

    private void retryOne(UntakenView row) {
        new ConfirmWithReason(
                        Texts.t("onec.retry.row.title"),
                        Texts.t("onec.retry.verb"),
                        reason -> RunLink.tell(retries.row(row, reason)))
                .subject(SyncWords.kind(row.kind()) + " · " + row.key())
                .effect(Texts.t("onec.retry.effect"))
                .open();
    }

    private void retryMatching() {
        UntakenFilter open = filter.onlyOpen(true);
        long found = rows.count(open, Long.MAX_VALUE);
        new ConfirmWithReason(
                        Texts.t("onec.retry.all.title"),
                        Texts.t("onec.retry.verb"),
                        reason -> RunLink.tell(retries.matching(open, reason)))
                .subject(Texts.plural("onec.untaken.total", found))
                .effect(Texts.t("onec.retry.effect"))
                .open();
    }

    private TableExport<UntakenView> export() {
        return new TableExport<UntakenView>("run-" + runId + "-rows", row -> rows.export(filter, row))
                .column(
                        Texts.t("onec.untaken.column.state"),
                        row -> Texts.word("onec.untaken", row.resolution() == null ? row.state() : row.resolution()))
                .column(Texts.t("onec.counts.column.kind"), row -> SyncWords.kind(row.kind()))
                .column(Texts.t("onec.untaken.column.row"), UntakenView::key)
                .column(Texts.t("onec.untaken.column.reason"), row -> SyncWords.reason(row.reason()))
                .column(Texts.t("onec.untaken.column.detail"), UntakenView::detail)
                .column(Texts.t("onec.untaken.column.waiting"), UntakenView::waitingId)
                .column(Texts.t("onec.untaken.column.file"), UntakenView::path)
                .column(Texts.t("onec.untaken.column.line"), UntakenView::line);
    }

    private static <E extends Enum<E>> Map<String, String> words(String prefix, E[] values) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name(), Texts.word(prefix, value));
        }
        return words;
    }

    /** Addresses are typed by people too. */
    private static <E extends Enum<E>> java.util.Optional<E> one(E[] values, String name) {
        return java.util.Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
