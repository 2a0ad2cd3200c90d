package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.LastFailure;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;

/** What a kind of failure means, what the console does by itself, and what a person does next. */
final class RunbookCard extends Div {

    RunbookCard(LastFailure failure) {
        CallError error = failure.error();
        addClassName("runbook");
        Div head = new Div(
                new StatusBadge(error.alertsAtOnce() ? Tone.BAD : Tone.WARN, Texts.word("partners.error", error)),
                new TimeAgo(failure.at()));
        head.addClassName("in-row");
        add(head, new Paragraph(Texts.word("partners.recovery", error.recovery())));
        String text = failure.text();
        if (text != null && !text.isBlank()) {
            Paragraph said = new Paragraph(text);
            said.addClassNames("quiet", "runbook-said");
            said.setTitle(Texts.t("partners.circuit.call", failure.callId()));
            add(said);
        }
    }
}
