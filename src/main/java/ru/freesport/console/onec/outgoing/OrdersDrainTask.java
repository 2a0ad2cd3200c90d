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
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;

/** Pays the debt when 1C is back: what it has is confirmed, what it has not goes over HTTP. */
@Component
public class OrdersDrainTask implements ScheduledTask {

    public static final String NAME = "onec.orders-drain";

    private static final String FILE = "file";

    private final Debt debt;
    private final OrderSending sending;
    private final Circuits circuits;
    private final Runs runs;

    OrdersDrainTask(Debt debt, OrderSending sending, Circuits circuits, Runs runs) {
        this.debt = debt;
        this.sending = sending;
        this.circuits = circuits;
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

    /** A person's wish to pay everything now. */
    public static RunRequest all(String reason) {
        return RunRequest.of(NAME, RunTrigger.MANUAL, Actor.system()).because(reason);
    }

    /** A person's wish to send one file's records over HTTP now. */
    public static RunRequest of(OutgoingFile file, String reason) {
        return all(reason).with(FILE, Long.toString(file.id())).about(file.name());
    }

    @Override
    public RunState run(RunContext run) {
        if (!sending.isSet()) {
            run.warn("onec.event.noHttp");
            return RunState.FAILED;
        }
        run.phase("onec.phase.drain");
        run.note("onec.event.owed", debt.size());
        if (!circuits.letsCallsPass(OnecCircuits.ORDERS)) {
            run.warn("onec.event.circuitOpen");
            return debt.size() == 0 ? RunState.COMPLETED : RunState.FALLBACK;
        }
        SendingReport report = RunAs.system(() -> debt.drain(run.parameter(FILE).map(Long::valueOf), run::checkpoint));
        return OrdersOutTask.told(run, report);
    }

    @EventListener
    void changed(CircuitChanged change) {
        if (change.circuit().equals(OnecCircuits.ORDERS)
                && change.became().letsCallsPass()
                && sending.isSet()
                && debt.size() > 0) {
            runs.submitUnlessBusy(RunRequest.of(NAME, RunTrigger.EVENT, Actor.system()));
        }
    }
}
