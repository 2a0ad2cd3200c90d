package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallEntry;
import ru.freesport.console.partners.CallJournal;
import ru.freesport.console.partners.CallTraffic;
import ru.freesport.console.partners.CurlCommand;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** What was said both ways in one attempt, masked, each beside what was said the time before. */
final class TrafficPanel extends Div {

    private final CallEntry call;
    private final CallJournal journal;

    TrafficPanel(CallEntry call, CallTraffic traffic, CallJournal journal) {
        this.call = call;
        this.journal = journal;
        addClassName("traffic");
        if (traffic.requestHead() == null && traffic.responseHead() == null) {
            add(new Paragraph(Texts.t("partners.call.noTraffic")));
            return;
        }
        CurlCommand.of(traffic.requestHead(), traffic.requestBody())
                .ifPresent(command -> add(new CopyChip(Texts.t("partners.call.curl"), command)));
        add(text(
                "partners.call.request",
                traffic.requestSize(),
                traffic.requestHead(),
                traffic.requestBody(),
                CallTraffic::requestBody));
        add(text(
                "partners.call.response",
                traffic.responseSize(),
                traffic.responseHead(),
                traffic.responseBody(),
                CallTraffic::responseBody));
    }

    private TextPanel text(
            String title,
            long size,
            @Nullable String head,
            @Nullable String body,
            Function<CallTraffic, @Nullable String> side) {
        return new TextPanel(
                Texts.t(title, Formats.bytes(size)), head, Objects.requireNonNullElse(body, ""), () -> before(side));
    }

    private Optional<TextPanel.Earlier> before(Function<CallTraffic, @Nullable String> side) {
        return journal.previousOfItsKind(call.id())
                .flatMap(earlier -> journal.traffic(earlier.id())
                        .map(traffic -> new TextPanel.Earlier(
                                Texts.t("partners.call.against", earlier.id(), Formats.absolute(earlier.startedAt())),
                                Objects.requireNonNullElse(side.apply(traffic), ""))));
    }
}
