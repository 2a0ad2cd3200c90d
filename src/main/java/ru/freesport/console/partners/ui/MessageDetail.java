package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.freesport.console.partners.ArchiveListing;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.MessageHead;
import ru.freesport.console.partners.StoredMessages;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;

/** One message: what is known of it, what it holds, and having it worked on again. */
final class MessageDetail extends Div {

    private final Message message;
    private final StoredMessages messages;

    MessageDetail(Message message, StoredMessages messages, Runnable close) {
        this.message = message;
        this.messages = messages;
        addClassName("message-detail");
        add(header(close), facts());
        if (messages.mayRead()) {
            add(content());
        } else {
            add(new Paragraph(Texts.t("partners.message.notForYou")));
        }
    }

    private Component header(Runnable close) {
        PageHeader header = new PageHeader(message.name()).subtitle(Texts.t("partners.message.number", message.id()));
        Button shut = new Button(VaadinIcon.CLOSE.create(), _ -> close.run());
        shut.setAriaLabel(Texts.t("shared.close"));
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        Div head = new Div(header, shut);
        head.addClassName("message-detail-head");
        if (messages.mayReplay(message)) {
            header.primary(new Button(Texts.t("partners.message.dryReplay"), _ -> ask(true)));
            header.action(new Button(Texts.t("partners.message.replay"), _ -> ask(false)));
        }
        return head;
    }

    private Component facts() {
        KeyValueList facts = new KeyValueList()
                .fact(Texts.t("partners.messages.at"), Formats.absolute(message.receivedAt()))
                .fact(Texts.t("partners.messages.door"), MessageWords.channel(message))
                .fact(Texts.t("partners.messages.actor"), MessageWords.actor(message))
                .fact(
                        Texts.t("partners.messages.size"),
                        Texts.t("partners.message.size", Formats.bytes(message.size()), Formats.number(message.size())))
                .fact(Texts.t("partners.message.sha256"), new CopyChip(message.sha256()))
                .fact(Texts.t("partners.message.runs"), runs());
        if (message.correlationId() != null) {
            Div trace = new Div(
                    new CopyChip(message.correlationId()),
                    new Anchor("messages?q=" + message.correlationId(), Texts.t("partners.call.story")));
            trace.addClassName("message-runs");
            facts.fact(Texts.t("partners.call.trace"), trace);
        }
        Long first = message.duplicateOf();
        if (first != null) {
            String text = Texts.t("partners.message.sameAs", first);
            facts.fact(Texts.t("partners.messages.note"), new Anchor("messages/" + first, text));
        }
        if (messages.mayRead()) {
            facts.fact(
                    Texts.t("partners.message.content"), new Anchor(download(), Texts.t("partners.message.download")));
        }
        return facts;
    }

    private Component runs() {
        List<Long> runs = messages.runsOf(message.id());
        if (runs.isEmpty()) {
            return new Span(Texts.t("partners.message.noRuns"));
        }
        Div links = new Div();
        links.addClassName("message-runs");
        runs.forEach(run -> links.add(new Anchor("sync/runs/" + run, Texts.t("partners.message.run", run))));
        return links;
    }

    private DownloadHandler download() {
        String name = message.name().substring(message.name().lastIndexOf('/') + 1);
        return DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                messages.download(message.id()), name, "application/octet-stream", message.size()));
    }

    private Component content() {
        Div content = new Div();
        content.addClassName("message-content");
        try {
            if (message.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                archive(content, messages.listing(message.id()));
            } else {
                text(content, messages.head(message.id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private static void archive(Div content, ArchiveListing listing) {
        UnorderedList names = new UnorderedList();
        listing.entries()
                .forEach(entry -> names.add(
                        new ListItem(Texts.t("partners.message.entry", entry.name(), Formats.bytes(entry.size())))));
        content.add(new H2(Texts.t("partners.message.inside")), names);
        if (listing.isCut()) {
            content.add(new Paragraph(Texts.t("partners.message.insideCut")));
        }
    }

    private void text(Div content, MessageHead head) {
        if (head.encoding().isEmpty()) {
            content.add(new Paragraph(Texts.t("partners.message.noText")));
            return;
        }
        String title = head.isCut() ? "partners.message.headCut" : "partners.message.head";
        content.add(new TextPanel(Texts.t(title, head.encoding()), null, head.text(), this::earlier));
    }

    private Optional<TextPanel.Earlier> earlier() {
        try {
            Optional<Message> before = messages.previousOfItsKind(message.id());
            return before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TextPanel.Earlier(
                            Texts.t(
                                    "partners.message.against",
                                    before.get().id(),
                                    before.get().name(),
                                    Formats.absolute(before.get().receivedAt())),
                            messages.head(before.get().id()).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(boolean dryRun) {
        String key = dryRun ? "partners.message.dryReplay" : "partners.message.replay";
        new ConfirmWithReason(Texts.t(key + ".title"), Texts.t(key), reason -> replay(dryRun, reason))
                .subject(message.name())
                .effect(Texts.t(key + ".effect"))
                .open();
    }

    private void replay(boolean dryRun, String reason) {
        try {
            UI.getCurrent().navigate("sync/runs/" + messages.replay(message.id(), dryRun, reason));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
