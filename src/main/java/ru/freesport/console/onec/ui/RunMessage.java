package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Optional;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What a run's page says above everything else. */
final class RunMessage {

    private RunMessage() {}

    static Div of(Tone tone, String text) {
        Div box = new Div(tone.icon().create(), new Span(text));
        box.addClassNames("message-box", tone.className());
        return box;
    }

    static Div failure(RunView run) {
        Span words = new Span(ofFlow(run).map(RunMessage::wayOut).orElseGet(() -> Texts.t("onec.run.failed")));
        Span detail = new Span(Optional.ofNullable(run.errorMessage()).orElse(""));
        detail.addClassName("mono");
        Div box = new Div(Tone.BAD.icon().create(), new Div(SyncWords.lines(words, detail)));
        box.addClassNames("message-box", Tone.BAD.className());
        return box;
    }

    /** How a call of a flow failed; an import that breaks is no call. */
    private static Optional<CallError> ofFlow(RunView run) {
        boolean isFlow = Arrays.stream(ExchangeFlow.values())
                .anyMatch(flow -> flow.task().equals(run.task()));
        return Arrays.stream(CallError.values())
                .filter(error -> isFlow && error.name().equals(run.errorType()))
                .findFirst();
    }

    private static String wayOut(CallError error) {
        return Texts.word("partners.error", error) + ". " + Texts.word("partners.recovery", error.recovery());
    }
}
