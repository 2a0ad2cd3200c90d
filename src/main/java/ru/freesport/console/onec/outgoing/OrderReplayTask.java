package ru.freesport.console.onec.outgoing;

import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Sends a batch of orders again because a person wants it: once, under the batch's own key, and only what 1C has not. */
@Component
class OrderReplayTask implements ScheduledTask {

    static final String NAME = "onec.order-replay";
    static final String CALL = "call";
    static final String BATCH = "batch";

    private final OrderSending sending;

    OrderReplayTask(OrderSending sending) {
        this.sending = sending;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Shares the lease of the sending: both move the same records. */
    @Override
    public String lease() {
        return OrdersOutTask.NAME;
    }

    /** What a dead node sent is looked up by the sending; nobody sends it a second time by itself. */
    @Override
    public boolean isRecoverable() {
        return false;
    }

    @Override
    public RunState run(RunContext run) {
        if (!sending.isSet()) {
            run.warn("onec.event.noHttp");
            return RunState.FAILED;
        }
        String batch = run.parameter(BATCH).orElseThrow();
        if (run.isDryRun()) {
            return RunAs.system(() -> tried(run, batch));
        }
        long call = Long.parseLong(run.parameter(CALL).orElseThrow());
        return RunAs.system(() -> OrdersOutTask.told(run, sending.replay(batch, call, run::checkpoint)));
    }

    private RunState tried(RunContext run, String batch) {
        OrderSending.Trial trial = sending.tryReplay(batch);
        if (!trial.isAnswered()) {
            run.warn("onec.event.replayUnanswered");
            return RunState.FAILED;
        }
        run.note("onec.event.replayWould", trial.missing(), trial.known());
        return RunState.COMPLETED;
    }
}
