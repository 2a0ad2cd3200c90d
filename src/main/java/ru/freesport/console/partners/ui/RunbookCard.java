package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What a kind of failure means, what the console does by itself, and what a person does next. */
final class RunbookCard extends Div {

    RunbookCard(CallError error, @Nullable String failure) {
        addClassName("runbook");
        add(new StatusBadge(error.alertsAtOnce() ? Tone.BAD : Tone.WARN, Texts.word("partners.error", error)));
        if (failure != null && !failure.isBlank()) {
            Paragraph said = new Paragraph(failure);
            said.addClassName("quiet");
            add(said);
        }
        add(new Paragraph(Texts.word("partners.recovery", error.recovery())));
    }
}
