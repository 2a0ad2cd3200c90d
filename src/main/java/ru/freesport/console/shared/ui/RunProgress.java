package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far long work is: n of m, rate and time left; an endless bar only when the end is truly unknown. */
public final class RunProgress extends Div {

    /** Before this share the time left would be a guess. */
    private static final double FORECAST_FROM = 0.05;

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();

    public RunProgress() {
        addClassName("run-progress");
        words.addClassName("run-progress-words");
        bar.getElement().setAttribute("aria-label", Texts.t("shared.progress.label"));
        add(bar, words);
    }

    /**
     * Shows a moment of the work.
     *
     * @param total 0 when nobody knows
     */
    public void show(long done, long total, Instant startedAt, Instant now) {
        Duration spent = Duration.between(startedAt, now);
        boolean known = total > 0;
        double share = known ? Math.min(1.0, (double) done / total) : 0;
        bar.setIndeterminate(!known);
        if (known) {
            bar.setValue(share);
        }
        words.setText(describe(done, total, share, spent));
    }

    /** The words beside the bar, also for lists where a bar has no room. */
    static String describe(long done, long total, double share, Duration spent) {
        List<String> parts = new ArrayList<>();
        parts.add(
                total > 0
                        ? Texts.t("shared.progress.of", done, total, Formats.percent(share))
                        : Texts.t("shared.progress.done", done));
        long rate = spent.toMillis() > 1000 ? done * 1000 / spent.toMillis() : 0;
        if (rate > 0) {
            parts.add(Texts.t("shared.progress.rate", rate));
        }
        if (share >= 1) {
            return String.join(" · ", parts);
        }
        if (share >= FORECAST_FROM) {
            long left = Math.round(spent.toMillis() * (1 - share) / share);
            parts.add(Texts.t("shared.progress.left", Formats.duration(Duration.ofSeconds(Math.max(1, left / 1000)))));
        } else if (total > 0) {
            parts.add(Texts.t("shared.progress.noForecast"));
        }
        return String.join(" · ", parts);
    }
}
