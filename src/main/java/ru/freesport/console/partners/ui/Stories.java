package ru.freesport.console.partners.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.audit.AuditEntry;
import ru.freesport.console.audit.AuditTrail;
import ru.freesport.console.audit.ui.AuditWords;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.ui.RunWords;
import ru.freesport.console.shared.Correlation;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

/** What people did and what was run because of one click or call; its calls and files stand in the list below. */
@Component
class Stories {

    private static final int MOST = 50;

    private final Runs runs;
    private final AuditTrail audit;
    private final CurrentUser person;

    Stories(Runs runs, AuditTrail audit, CurrentUser person) {
        this.runs = runs;
        this.audit = audit;
        this.person = person;
    }

    /** The earliest first; empty for what is no correlation id. Acts are shown to those who may read the audit log. */
    List<Timeline.Entry> of(String text) {
        if (!Correlation.isAcceptable(text)) {
            return List.of();
        }
        List<Timeline.Entry> entries = new ArrayList<>();
        if (person.has(Role.ADMIN)) {
            audit.together(text, MOST).forEach(act -> entries.add(act(act)));
        }
        runs.together(text, MOST).forEach(run -> entries.add(run(run)));
        entries.sort(Comparator.comparing(Timeline.Entry::at));
        return entries;
    }

    private Timeline.Entry run(RunView run) {
        return new Timeline.Entry(
                run.queuedAt(),
                RunWords.tone(run.state()),
                Texts.t(
                        "partners.story.run",
                        run.id(),
                        Texts.t(runs.titleKey(run.task())),
                        Texts.word("jobs.state", run.state())),
                RunWords.actor(run.actor()),
                run.reason(),
                "sync/runs/" + run.id());
    }

    private static Timeline.Entry act(AuditEntry act) {
        return new Timeline.Entry(
                act.at(),
                Tone.INFO,
                Texts.t("partners.story.act", AuditWords.action(act), act.subject()),
                AuditWords.actor(act),
                act.reason(),
                null);
    }
}
