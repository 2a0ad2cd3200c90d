package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** Who wanted the run and why, when it ran and where. */
final class RunFacts extends Div {

    void show(RunView run, String titleKey) {
        KeyValueList facts = new KeyValueList()
                .fact(Texts.t("onec.run.fact.task"), Texts.t(titleKey))
                .fact(Texts.t("onec.run.fact.trigger"), RunWords.trigger(run))
                .fact(Texts.t("onec.run.fact.actor"), RunWords.actor(run.actor()));
        Optional.ofNullable(run.reason()).ifPresent(reason -> facts.fact(Texts.t("onec.run.fact.reason"), reason));
        facts.fact(Texts.t("onec.run.fact.queued"), new TimeAgo(run.queuedAt()));
        if (run.startedAt() != null) {
            facts.fact(Texts.t("onec.run.fact.elapsed"), Formats.duration(run.elapsed()));
        }
        if (run.rowsDone() > 0) {
            facts.fact(
                    Texts.t("onec.run.fact.rows"),
                    Texts.t(
                            "onec.run.fact.rowsRate",
                            Formats.number(run.rowsDone()),
                            Formats.number(Math.round(run.rowsPerSecond()))));
        }
        Optional.ofNullable(run.previousRunId())
                .ifPresent(earlier -> facts.fact(Texts.t("onec.run.fact.after"), RunLink.to(earlier)));
        if (run.attempt() > 1) {
            facts.fact(Texts.t("onec.run.fact.attempt"), Integer.toString(run.attempt()));
        }
        Optional.ofNullable(run.node()).ifPresent(node -> facts.fact(Texts.t("onec.run.fact.node"), node));
        Optional.ofNullable(run.correlationId()).ifPresent(id -> facts.fact(Texts.t("onec.run.fact.trace"), trace(id)));
        removeAll();
        add(facts);
    }

    private static Div trace(String id) {
        Div trace = new Div(new CopyChip(id), new Anchor("messages?q=" + id, Texts.t("onec.run.fact.story")));
        trace.addClassName("fact-parts");
        return trace;
    }
}
