package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import ru.freesport.console.onec.ImportKind;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.UntakenState;
import ru.freesport.console.onec.UntakenView;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** The exchange in the words of its screens. */
final class SyncWords {

    private SyncWords() {}

    static String kind(ImportKind kind) {
        return Texts.word("onec.kind", kind);
    }

    static String kind(String code) {
        return ImportKind.ofCode(code).map(SyncWords::kind).orElse(code);
    }

    static String reason(String code) {
        return Texts.t("onec.reason." + code);
    }

    /** What a person does about it. */
    static String nextStep(String code) {
        return Texts.t("onec.reason." + code + ".next");
    }

    static StatusBadge badge(UntakenView row) {
        UntakenView.Resolution resolution = row.resolution();
        if (resolution == null || resolution == UntakenView.Resolution.DRY_RUN) {
            return StatusBadge.of("onec.untaken", row.state(), tone(row.state()));
        }
        Tone tone = resolution == UntakenView.Resolution.TAKEN ? Tone.GOOD : Tone.QUIET;
        return StatusBadge.of("onec.untaken", resolution, tone);
    }

    static Tone tone(UntakenState state) {
        return switch (state) {
            case HELD -> Tone.WARN;
            case PARKED -> Tone.WAITING;
            case REJECTED -> Tone.BAD;
        };
    }

    /** "создано 3, изменено 12": only what there was, or that nothing changed. */
    static String counts(KindCounts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, "created", counts.created());
        add(parts, "changed", counts.changed());
        add(parts, "held", counts.held());
        add(parts, "parked", counts.parked());
        add(parts, "rejected", counts.rejected());
        return parts.isEmpty()
                ? Texts.t("onec.counts.nothing", Formats.number(counts.unchanged()))
                : String.join(", ", parts);
    }

    /** "создал бы 3, изменил бы 12, отклонил бы 1" over all kinds. */
    static String dryResult(Map<String, KindCounts> counts) {
        List<String> parts = new ArrayList<>();
        dry(parts, "created", counts, KindCounts::created);
        dry(parts, "changed", counts, KindCounts::changed);
        dry(parts, "held", counts, KindCounts::held);
        dry(parts, "parked", counts, KindCounts::parked);
        dry(parts, "rejected", counts, KindCounts::rejected);
        return parts.isEmpty() ? Texts.t("onec.dry.nothing") : String.join(", ", parts);
    }

    private static void dry(
            List<String> parts, String what, Map<String, KindCounts> counts, ToLongFunction<KindCounts> figure) {
        long rows = counts.values().stream().mapToLong(figure).sum();
        if (rows > 0) {
            parts.add(Texts.t("onec.dry." + what, Formats.number(rows)));
        }
    }

    private static void add(List<String> parts, String what, long rows) {
        if (rows > 0) {
            parts.add(Texts.t("onec.counts." + what, Formats.number(rows)));
        }
    }

    /** A second, quieter line under the first. */
    static Component lines(Component first, Component... more) {
        Div cell = new Div(first);
        for (Component line : more) {
            cell.add(line);
        }
        cell.addClassName("two-lines");
        return cell;
    }

    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
