package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.ExchangeFlows;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.onec.PullReport;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.Texts;

/** What a run fetched from 1C, and the run that took it; only for runs that fetch. */
final class FetchedPanel extends Section {

    private final PullImports imports;
    private final ExchangeFlows flows;

    FetchedPanel(PullImports imports, ExchangeFlows flows) {
        this.imports = imports;
        this.flows = flows;
        addClassName("run-section");
    }

    /** @return whether there is anything to show */
    boolean show(RunView run) {
        Optional<PullReport> report = imports.report(run);
        removeAll();
        setVisible(report.isPresent());
        report.ifPresent(fetched -> add(new H2(Texts.t("onec.fetched")), facts(run, fetched)));
        return report.isPresent();
    }

    private KeyValueList facts(RunView run, PullReport fetched) {
        KeyValueList facts = new KeyValueList()
                .fact(Texts.t("onec.fetched.pages"), Formats.number(fetched.pages()))
                .fact(Texts.t("onec.fetched.records"), Formats.number(fetched.records()))
                .fact(Texts.t("onec.fetched.bytes"), Formats.bytes(fetched.bytes()));
        flows.importOf(run).ifPresent(taken -> {
            Div row = new Div(RunLink.to(taken.id()), RunWords.badge(taken.state()));
            row.addClassName("in-row");
            facts.fact(Texts.t("onec.fetched.import"), row);
        });
        return facts;
    }
}
