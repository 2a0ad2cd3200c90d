package ru.freesport.console.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;

/** How far a run is: a bar that is drawn over on a terminal, now and then a plain line elsewhere. */
final class RunProgressLine implements RunWatcher {

    private static final int WIDTH = 30;
    private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private long lastPlain = System.nanoTime();

    RunProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On stderr, so that stdout stays the result. */
    static RunProgressLine onStandardError() {
        return new RunProgressLine(
                System.err, System.console() != null && System.console().isTerminal());
    }

    @Override
    public void waiting(RunView own) {
        out.println("Another run is writing; run " + own.id() + " waits for it.");
    }

    @Override
    public void progressed(RunView run) {
        if (terminal) {
            out.print("\r" + bar(run) + " " + text(run) + "   ");
            out.flush();
        } else if (System.nanoTime() - lastPlain > PLAIN_EVERY_NANOS) {
            lastPlain = System.nanoTime();
            out.println(text(run));
        }
    }

    void finish() {
        if (terminal) {
            out.println();
        }
    }

    private static String bar(RunView run) {
        int full = (int) Math.round(run.share().orElse(0.0) * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private static String text(RunView run) {
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %,d rows  %,.0f rows/s%s",
                run.share().orElse(0.0) * 100,
                run.rowsDone(),
                run.rowsPerSecond(),
                left(run.timeLeft().orElse(null)));
    }

    private static String left(@Nullable Duration left) {
        return left == null ? "" : String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
