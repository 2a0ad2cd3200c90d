package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import ru.freesport.console.onec.RunFile;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** The files of a run, each with what it said of itself and a way to its bytes. */
final class FileList extends UnorderedList {

    FileList() {
        addClassName("file-list");
    }

    void show(List<RunFile> files) {
        removeAll();
        files.forEach(file -> add(new ListItem(SyncWords.lines(name(file), SyncWords.quiet(facts(file))))));
        if (files.isEmpty()) {
            add(new ListItem(SyncWords.quiet(Texts.t("onec.file.none"))));
        }
    }

    private static Component name(RunFile file) {
        Long message = file.messageId();
        return message == null ? new Span(file.path()) : new Anchor("messages/" + message, file.path());
    }

    private static String facts(RunFile file) {
        List<String> facts = new ArrayList<>();
        facts.add(Formats.bytes(file.bytes()));
        if (file.schemaVersion() != null) {
            facts.add(Texts.t("onec.file.version", file.schemaVersion()));
        }
        if (file.encoding() != null) {
            facts.add(file.encoding());
        }
        if (file.onlyChanges() != null) {
            facts.add(Texts.t(file.onlyChanges() ? "onec.file.changes" : "onec.file.full"));
        }
        return String.join(" · ", facts);
    }
}
