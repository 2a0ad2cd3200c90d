package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.conflicts.ConflictKind;
import ru.freesport.console.customers.conflicts.ConflictRow;
import ru.freesport.console.customers.conflicts.ConflictState;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What conflicts, their states and their ages are called on the screens. */
final class ConflictWords {

    private ConflictWords() {}

    static StatusBadge state(ConflictRow row) {
        if (row.awaitsSecond()) {
            return new StatusBadge(Tone.WAITING, VaadinIcon.USERS, Texts.t("customers.conflict.awaitsSecond"));
        }
        return StatusBadge.of("customers.conflict.state", row.state(), tone(row.state()));
    }

    private static Tone tone(ConflictState state) {
        return switch (state) {
            case OPEN -> Tone.WAITING;
            case CLAIMED -> Tone.BUSY;
            case RESOLVED, SENT -> Tone.INFO;
            case CONFIRMED -> Tone.GOOD;
            case REOPENED -> Tone.WARN;
            case DISMISSED -> Tone.QUIET;
        };
    }

    static StatusBadge severity(Severity severity) {
        return severity == Severity.HIGH
                ? new StatusBadge(Tone.BAD, VaadinIcon.ANGLE_DOUBLE_UP, Texts.word("customers.severity", severity))
                : new StatusBadge(Tone.QUIET, VaadinIcon.MINUS, Texts.word("customers.severity", severity));
    }

    /** How often 1C brought the old value back. */
    static StatusBadge returned(int times) {
        return new StatusBadge(Tone.WARN, VaadinIcon.EXCHANGE, Texts.plural("customers.conflict.returned", times));
    }

    /** Fields that collide, or the question. */
    static String subject(ConflictRow row) {
        return row.kind() == ConflictKind.IDENTITY
                ? Texts.word("customers.conflict.kind", row.kind())
                : row.fields().stream()
                        .map(field -> Texts.word("customers.field", field))
                        .collect(Collectors.joining(", "));
    }

    /** The time that is left by the norm, or how late it is; of what waits no more, nothing. */
    static Span due(ConflictRow row, Instant now) {
        Span due = new Span();
        if (row.state().isWaiting()) {
            boolean isLate = row.isOverdue(now);
            Duration time = Duration.between(now, row.dueAt()).abs();
            due.setText(Texts.t(
                    isLate ? "customers.conflict.late" : "customers.conflict.left",
                    Formats.duration(Duration.ofMinutes(Math.max(1, time.toMinutes())))));
            due.addClassName(isLate ? "late" : "quiet");
            due.setTitle(Formats.absolute(row.dueAt()));
        }
        return due;
    }

    static String actor(Actor actor) {
        return actor.kind() == Actor.Kind.PERSON
                ? actor.name()
                : Texts.t("customers.actor." + actor.kind().name());
    }

    static String shown(@Nullable String value) {
        return value == null ? "—" : value;
    }
}
