package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.onec.outgoing.Drains;
import ru.freesport.console.onec.outgoing.OutgoingState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;

/** How much is owed, what the last drain brought with both counts, and when the next comes. */
final class DebtPanel extends Div {

    private final Debt debt;
    private final Drains drains;
    private final Circuits circuits;
    private final Div owed = new Div();
    private final Div last = new Div();
    private final Div next = new Div();

    DebtPanel(Debt debt, Drains drains, Circuits circuits) {
        this.debt = debt;
        this.drains = drains;
        this.circuits = circuits;
        addClassName("flow-panel");
        add(part("onec.debt.owed", owed), part("onec.debt.last", last), part("onec.debt.next", next));
    }

    private static Div part(String titleKey, Div content) {
        content.addClassName("flow-content");
        Div part = new Div(SyncWords.quiet(Texts.t(titleKey)), content);
        part.addClassName("flow-part");
        return part;
    }

    void refresh() {
        int all = debt.size();
        int doubles = debt.count(OutgoingState.POSSIBLE_DOUBLE);
        fill(
                owed,
                new Span(Texts.plural("onec.debt.owed", all)),
                SyncWords.quiet(Texts.t("onec.debt.owed.inFiles", all - doubles, doubles)));
        drains.last()
                .ifPresentOrElse(
                        drained -> fill(
                                last,
                                row(
                                        RunWords.badge(drained.run().state()),
                                        RunLink.to(drained.run().id()),
                                        new TimeAgo(drained.run().finishedAt())),
                                new Span(Texts.t(
                                        "onec.event.sent",
                                        drained.report().sent(),
                                        drained.report().suppressed()))),
                        () -> fill(last, new Span(Texts.t("onec.debt.last.none"))));
        List<RunView> active = drains.active();
        if (active.isEmpty()) {
            fill(next, new Span(Texts.t(nextKey(all))));
        } else {
            RunBar bar = new RunBar();
            bar.show(active.getFirst());
            fill(
                    next,
                    row(
                            RunLink.to(active.getFirst().id()),
                            RunWords.badge(active.getFirst().state())),
                    bar);
        }
    }

    private String nextKey(int all) {
        if (all == 0) {
            return "onec.debt.next.nothing";
        }
        return circuits.letsCallsPass(OnecCircuits.ORDERS) ? "onec.debt.next.soon" : "onec.debt.next.waits";
    }

    private static Component row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("in-row");
        return row;
    }

    private static void fill(Div place, Component... content) {
        place.removeAll();
        place.add(content);
    }
}
