package ru.freesport.console.jobs.ui;

import ru.freesport.console.jobs.RunEvent;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** Runs in the words, icons and colours of every screen that shows them. */
public final class RunWords {

    private RunWords() {}

    public static StatusBadge badge(RunState state) {
        return StatusBadge.of("jobs.state", state, tone(state));
    }

    public static Tone tone(RunState state) {
        return switch (state) {
            case QUEUED -> Tone.WAITING;
            case RUNNING -> Tone.BUSY;
            case HELD, COMPLETED_WITH_REJECTS -> Tone.WARN;
            case COMPLETED -> Tone.GOOD;
            case FALLBACK -> Tone.INFO;
            case FAILED -> Tone.BAD;
            case CANCELLED -> Tone.QUIET;
        };
    }

    public static String trigger(RunView run) {
        return Texts.word("jobs.trigger", run.trigger());
    }

    /** The name of a person or account; what the system did needs no name. */
    public static String actor(Actor actor) {
        return switch (actor.kind()) {
            case PERSON, EXCHANGE, STOREFRONT -> actor.name();
            case COMMAND_LINE -> Texts.t("jobs.actor.commandLine", actor.name());
            case SYSTEM -> Texts.t("jobs.actor.system");
        };
    }

    /** What the run does at this moment, short enough for a table. */
    public static String activity(RunView run) {
        if (run.state() == RunState.QUEUED) {
            return Texts.word("jobs.state", RunState.QUEUED);
        }
        String phase = run.phase();
        String doing = phase == null ? Texts.word("jobs.state", RunState.RUNNING) : Texts.t(phase);
        return run.share().map(done -> doing + " · " + Formats.percent(done)).orElse(doing);
    }

    public static Timeline.Entry entry(RunEvent event) {
        Tone tone = switch (event.kind()) {
            case WARNING -> Tone.WARN;
            case NOTE -> Tone.QUIET;
            case STATE -> Tone.INFO;
        };
        String text = Texts.t(event.message(), event.args().toArray());
        String who = event.actor().kind() == Actor.Kind.SYSTEM ? null : actor(event.actor());
        return new Timeline.Entry(event.at(), tone, text, who, null, null);
    }
}
