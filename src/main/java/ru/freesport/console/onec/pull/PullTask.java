package ru.freesport.console.onec.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunFailed;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.onec.http.OnecHttp;

/**
 * Asks 1C for what changed since the last listing that was taken, stores the pages as one packet and has it imported. A run that
 * breaks off is gone on with from its last page; a run of its own kind (dry, of some ids, since a later moment) leaves no trace.
 */
final class PullTask implements ScheduledTask {

    /** Parameters of a run: a moment, ids joined by commas, and whether everything is wanted. */
    static final String SINCE = "since";

    static final String IDS = "ids";
    static final String FULL = "full";

    private final ExchangeFlow flow;
    private final List<PullList> lists;
    private final String cron;
    private final PullSettings settings;
    private final OnecHttp http;
    private final PullPages pages;
    private final Pulls pulls;
    private final PullSettlement settlement;
    private final PullImports imports;
    private final FilesInstead files;
    private final Clock clock;
    private final DateTimeFormatter shown;

    /** @param zone of the times that people read */
    PullTask(
            ExchangeFlow flow,
            List<PullList> lists,
            String cron,
            PullSettings settings,
            OnecHttp http,
            PullPages pages,
            Pulls pulls,
            PullSettlement settlement,
            PullImports imports,
            FilesInstead files,
            Clock clock,
            ZoneId zone) {
        this.flow = flow;
        this.lists = lists;
        this.cron = cron;
        this.settings = settings;
        this.http = http;
        this.pages = pages;
        this.pulls = pulls;
        this.settlement = settlement;
        this.imports = imports;
        this.files = files;
        this.clock = clock;
        this.shown = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(zone);
    }

    @Override
    public String name() {
        return flow.task();
    }

    @Override
    public Optional<String> cron() {
        return http.isSet() ? Optional.of(cron) : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) {
        if (!http.isSet()) {
            run.warn("onec.event.noHttp");
            throw new RunFailed("NOT_SET", "freesport.onec.http.base-url is not set: 1C has no HTTP service to ask");
        }
        return RunAs.system(() -> work(run, PullWish.of(run)));
    }

    private RunState work(RunContext run, PullWish wish) {
        Optional<Long> busy = run.isDryRun() ? Optional.empty() : settlement.settle(flow);
        boolean isRemembered = !run.isDryRun()
                && wish.ids().isEmpty()
                && reaches(wish.since(), pulls.known(flow).asOf());
        if (isRemembered && busy.isPresent()) {
            run.note("onec.event.pullBusy", busy.get());
            return RunState.COMPLETED;
        }
        Optional<Pull> brokenOff = isRemembered && wish.isNothingSpecial()
                ? pulls.brokenOff(flow, clock.instant().minus(settings.resume()))
                : Optional.empty();
        if (brokenOff.filter(Pull::isBegun).isPresent()) {
            run.note("onec.event.pullResumed", brokenOff.get().pages());
            return fetched(run, wish, brokenOff.get(), true);
        }
        return fetched(run, wish, begun(run, wish, isRemembered), false);
    }

    private Pull begun(RunContext run, PullWish wish, boolean isRemembered) {
        Instant now = clock.instant();
        Instant since = since(wish, now);
        run.note(
                since == null ? "onec.event.pullAll" : "onec.event.pullSince",
                since == null ? "" : shown.format(since));
        if (!isRemembered) {
            return Pull.begun(null, since, now, wish.ids());
        }
        pulls.abandon(flow);
        return pulls.begin(flow, since, now, run);
    }

    private RunState fetched(RunContext run, PullWish wish, Pull pull, boolean isResumed) {
        PullPages.End end = pages.fetch(flow, lists, pull, run);
        PullStopped stop = end.stop();
        if (stop == null) {
            return done(run, end.pull());
        }
        if (isResumed && stop.mayBeOfThePlace() && end.pull().pages() == pull.pages()) {
            run.warn("onec.event.pullAnew", stop.text());
            return fetched(run, wish, begun(run, wish, true), false);
        }
        return stopped(run, end.pull(), stop);
    }

    private RunState done(RunContext run, Pull pull) {
        boolean imports = pull.packetId() != null;
        // a command line does the import itself: there may be no server to do it
        RunRequest order =
                imports && run.trigger() != RunTrigger.COMMAND_LINE ? order(run, pull, pull.packetId()) : null;
        Optional<Long> importRun = pulls.finish(pull, run, order);
        run.note(imports ? "onec.event.pulled" : "onec.event.pulledNothing", pull.pages(), pull.records());
        importRun.ifPresent(id -> run.note("onec.event.pullImports", id));
        return RunState.COMPLETED;
    }

    private RunRequest order(RunContext run, Pull pull, long packet) {
        RunTrigger trigger = switch (run.trigger()) {
            case SCHEDULE, RECOVERY -> RunTrigger.EVENT;
            default -> run.trigger();
        };
        return imports.order(flow, packet, pull.pages(), run.runId(), trigger, run.actor(), run.isDryRun());
    }

    private RunState stopped(RunContext run, Pull pull, PullStopped stop) {
        if (pull.id() != null && stop.isEndless()) {
            pulls.abandon(flow);
        } else if (pull.id() != null && pull.isBegun()) {
            run.note("onec.event.pullGoesOn", pull.pages());
        }
        if (!run.isDryRun() && stop.error().opensCircuit() && files.takeOver(lists, run)) {
            run.warn("onec.event.pullAway", stop.text());
            return RunState.FALLBACK;
        }
        throw new RunFailed(stop.error().name(), stop.text());
    }

    /** Null: everything. */
    private @Nullable Instant since(PullWish wish, Instant now) {
        if (wish.since() != null && !wish.full()) {
            return wish.since();
        }
        if (!wish.ids().isEmpty() || wish.full()) {
            return null;
        }
        Pulls.Known known = pulls.known(flow);
        return known.asOf() == null || isFullDue(known.fullAsOf(), now)
                ? null
                : known.asOf().minus(settings.overlap());
    }

    private boolean isFullDue(@Nullable Instant last, Instant now) {
        Duration every = settings.full();
        return !every.isZero() && (last == null || !last.plus(every).isAfter(now));
    }

    /** A listing since a later moment than the known one would leave a gap if it were remembered. */
    private static boolean reaches(@Nullable Instant since, @Nullable Instant known) {
        return since == null || known != null && !since.isAfter(known);
    }
}
