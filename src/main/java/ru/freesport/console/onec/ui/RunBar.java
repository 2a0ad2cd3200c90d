package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** How far an import is: bytes read of all, rows a second, time left; hidden when nothing moves. */
final class RunBar extends Div {

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();

    RunBar() {
        addClassName("run-progress");
        words.addClassName("run-progress-words");
        bar.getElement().setAttribute("aria-label", Texts.t("shared.progress.label"));
        add(bar, words);
    }

    void show(RunView run) {
        setVisible(run.isActive());
        if (run.state() == RunState.RUNNING) {
            run.share().ifPresentOrElse(this::known, () -> bar.setIndeterminate(true));
            words.setText(words(run));
        } else {
            known(0.0);
            words.setText(Texts.t("onec.run.queued"));
        }
    }

    private void known(double share) {
        bar.setIndeterminate(false);
        bar.setValue(share);
    }

    static String words(RunView run) {
        List<String> parts = new ArrayList<>();
        String phase = run.phase();
        if (phase != null) {
            parts.add(Texts.t(phase));
        }
        run.share().ifPresent(share -> {
            parts.add(Texts.t("onec.run.bytes", Formats.bytes(run.progressDone()), Formats.bytes(run.progressTotal())));
            parts.add(Formats.percent(share));
        });
        if (run.rowsDone() > 0) {
            parts.add(Texts.t("onec.run.rows", Formats.number(run.rowsDone())));
            parts.add(Texts.t("onec.run.rate", Formats.number(Math.round(run.rowsPerSecond()))));
        }
        run.timeLeft()
                .filter(left -> left.toSeconds() > 0)
                .ifPresent(left -> parts.add(Texts.t("shared.progress.left", Formats.duration(left))));
        return String.join(" · ", parts);
    }
}
