package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.SyncRow;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** Entity by entity: is it fresh, how did its last run end, what moves now. */
final class SyncMatrix extends Div {

    private static final List<String> COLUMNS = List.of("entity", "freshness", "last", "counts", "now");

    private final NativeTable table = new NativeTable();

    SyncMatrix() {
        addClassName("counts");
        table.addClassNames("counts-table", "sync-matrix");
        NativeTableRow head = table.getHead().addRow();
        COLUMNS.forEach(column -> head.addHeaderCell().setText(Texts.t("onec.sync.column." + column)));
        add(table);
    }

    void show(List<SyncRow> rows) {
        table.getBody().removeAllRows();
        rows.forEach(row -> {
            NativeTableRow line = table.getBody().addRow();
            Span entity = new Span(Texts.word("onec.sync.entity", row.entity()));
            entity.addClassName("entity");
            line.addDataCell().add(entity);
            line.addDataCell().add(freshness(row));
            line.addDataCell().add(last(row));
            line.addDataCell().add(counts(row));
            line.addDataCell().add(now(row));
        });
    }

    private static Component freshness(SyncRow row) {
        if (row.freshAt() == null) {
            return SyncWords.quiet(Texts.t("onec.sync.never"));
        }
        StatusBadge badge = row.late()
                ? new StatusBadge(Tone.WARN, Texts.t("onec.sync.late"))
                : new StatusBadge(Tone.GOOD, Texts.t("onec.sync.fresh"));
        Div age = new Div(new TimeAgo(row.freshAt()));
        if (row.norm() != null) {
            age.add(new Span(", " + Texts.t("onec.sync.norm", Formats.duration(row.norm()))));
        }
        age.addClassNames("quiet", "nowrap");
        Div cell = new Div(badge, age);
        cell.addClassName("in-row");
        return cell;
    }

    private static Component last(SyncRow row) {
        SyncRow.Result result = row.last();
        if (result == null) {
            return SyncWords.quiet("—");
        }
        Div cell = new Div(RunWords.badge(ofEntity(result)), RunLink.to(result.runId()));
        if (!result.finishedAt().equals(row.freshAt())) {
            cell.add(quietTime(result));
        }
        cell.addClassName("in-row");
        return cell;
    }

    /** Rejects of other entities are no matter of this one. */
    private static RunState ofEntity(SyncRow.Result result) {
        return result.state() == RunState.COMPLETED_WITH_REJECTS
                        && result.counts().rejected() == 0
                ? RunState.COMPLETED
                : result.state();
    }

    private static Component quietTime(SyncRow.Result result) {
        TimeAgo time = new TimeAgo(result.finishedAt());
        time.addClassName("quiet");
        return time;
    }

    private static Component counts(SyncRow row) {
        SyncRow.Result result = row.last();
        return SyncWords.quiet(result == null ? "—" : SyncWords.counts(result.counts()));
    }

    private static Component now(SyncRow row) {
        KindCounts counts = row.now();
        if (counts == null) {
            Span idle = SyncWords.quiet(Texts.t("onec.sync.idle"));
            idle.addClassName("idle");
            return idle;
        }
        return new StatusBadge(
                RunWords.tone(RunState.RUNNING), Texts.t("onec.sync.moving", Formats.number(counts.read())));
    }
}
