package ru.freesport.console.onec.outgoing;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.partners.CircuitChanged;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.shared.Actor;

/** Pays the debt when 1C is back: what it has is confirmed, what it has not goes over HTTP. */
@Component
public class OrdersDrainTask implements ScheduledTask {

    public static final String NAME = "onec.orders-drain";

    private final Debt debt;
    private final OrderSending sending;
    private final Runs runs;

    OrdersDrainTask(Debt debt, OrderSending sending, Runs runs) {
        this.debt = debt;
        this.sending = sending;
        this.runs = runs;
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

    @Override
    public Optional<String> cron() {
        return sending.isSet() ? Optional.of("30 0/10 * * * ?") : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) {
        run.note("onec.event.owed", debt.size());
        return OrdersOutTask.told(run, RunAs.system(() -> debt.drain(run::checkpoint)));
    }

    @EventListener
    void changed(CircuitChanged change) {
        if (change.circuit().equals(OnecCircuits.ORDERS)
                && change.became() == CircuitState.CLOSED
                && sending.isSet()
                && debt.size() > 0) {
            runs.submitUnlessBusy(RunRequest.of(NAME, RunTrigger.EVENT, Actor.system()));
        }
    }
}
