package ru.freesport.console.onec.outgoing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.OrderPlaced;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.shared.Actor;

/** Sends orders to 1C every minute and as soon as one is placed. */
@Component
public class OrdersOutTask implements ScheduledTask {

    public static final String NAME = "onec.orders-out";

    private static final int SHOWN = 100_000;

    private final OrderSending sending;
    private final OutgoingFiles files;
    private final OrderHandover handover;
    private final Runs runs;

    OrdersOutTask(OrderSending sending, OutgoingFiles files, OrderHandover handover, Runs runs) {
        this.sending = sending;
        this.files = files;
        this.handover = handover;
        this.runs = runs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return sending.isSet() ? Optional.of("0 * * * * ?") : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) {
        if (!sending.isSet()) {
            run.warn("onec.event.noHttp");
            return RunState.FAILED;
        }
        return RunAs.system(() -> work(run));
    }

    private RunState work(RunContext run) {
        OrdersWanted wanted = OrdersWanted.of(run);
        if (!run.isDryRun() && wanted.isEverything()) {
            return send(run, null);
        }
        Set<String> keys = handover.toExport(SHOWN).stream()
                .filter(wanted::hold)
                .map(PartForExport::key)
                .collect(Collectors.toSet());
        if (run.isDryRun()) {
            run.note("onec.event.wouldSend", keys.size());
            return RunState.COMPLETED;
        }
        if (keys.isEmpty()) {
            run.warn("onec.event.noSuchOrders");
            return RunState.COMPLETED;
        }
        return send(run, keys);
    }

    /** @param only null: all that wait */
    private RunState send(RunContext run, @Nullable Set<String> only) {
        SendingReport report = only == null ? sending.send(run::checkpoint) : sending.send(only, run::checkpoint);
        files.upload(run::checkpoint);
        return told(run, report);
    }

    /** Says how it went; what went to files or may be double is no success, whoever is away. */
    static RunState told(RunContext run, SendingReport report) {
        run.summary(report);
        run.rows((long) report.sent() + report.suppressed() + report.rejected() + report.toFiles() + report.doubtful());
        run.note("onec.event.sent", report.sent(), report.suppressed());
        if (report.toFiles() > 0) {
            run.warn("onec.event.toFiles", report.toFiles());
        }
        if (report.doubtful() > 0) {
            run.warn("onec.event.doubtful", report.doubtful());
        }
        if (report.waiting() > 0) {
            run.warn("onec.event.waiting", report.waiting());
        }
        if (report.toFiles() + report.doubtful() + report.waiting() > 0) {
            return RunState.FALLBACK;
        }
        return report.rejected() > 0 ? RunState.COMPLETED_WITH_REJECTS : RunState.COMPLETED;
    }

    /** A customer does not wait a minute for what can go at once. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void placed(OrderPlaced order) {
        if (sending.isSet()) {
            runs.submitUnlessBusy(
                    RunRequest.of(NAME, RunTrigger.EVENT, Actor.system()).about(order.number()));
        }
    }
}
