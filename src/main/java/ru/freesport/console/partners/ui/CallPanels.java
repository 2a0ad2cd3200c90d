package ru.freesport.console.partners.ui;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallJournal;
import ru.freesport.console.partners.CallReplays;

/** Opens calls of the journal beside the list. */
@Component
class CallPanels {

    private final CallJournal journal;
    private final CallReplays replays;

    CallPanels(CallJournal journal, CallReplays replays) {
        this.journal = journal;
        this.replays = replays;
    }

    /** @param title what people call a channel */
    Optional<com.vaadin.flow.component.Component> of(long id, UnaryOperator<String> title, Runnable close) {
        return journal.find(id).map(call -> new CallDetail(call, journal, replays, title, close));
    }
}
