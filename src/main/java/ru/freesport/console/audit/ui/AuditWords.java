package ru.freesport.console.audit.ui;

import com.vaadin.flow.component.UI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.freesport.console.audit.AuditEntry;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Translations;

/** An audit entry in the words of the screen. */
public final class AuditWords {

    private AuditWords() {}

    public static String actor(AuditEntry entry) {
        return Texts.t(
                "audit.actor." + entry.actor().kind().name(), entry.actor().name());
    }

    /** {@code jobs.run.cancelled} has its text under {@code jobs.audit.run.cancelled}; without one the code says it. */
    public static String action(AuditEntry entry) {
        String key = entry.action().replaceFirst("\\.", ".audit.");
        UI ui = UI.getCurrent();
        return Translations.of(ui == null ? null : ui.getLocale()).has(key) ? Texts.t(key) : entry.action();
    }

    static String change(AuditEntry entry) {
        return Stream.of(entry.from(), entry.to())
                .filter(value -> value != null && !value.isBlank())
                .collect(Collectors.joining(" → "));
    }
}
