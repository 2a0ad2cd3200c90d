package ru.freesport.console.onec.outgoing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.sync.CustomerHandover;
import ru.freesport.console.customers.sync.WaitingCustomer;
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

/**
 * Tells 1C of customers every minute: of new businesses, of what the shop changed, of what people decided. What went to
 * files while 1C was away is paid first, as soon as it is back.
 */
@Component
public class CustomersOutTask implements ScheduledTask {

    public static final String NAME = "onec.customers-out";

    private static final int SHOWN = 100_000;

    private final CustomerSending sending;
    private final OutgoingFiles files;
    private final CustomerHandover handover;
    private final Debt debt;
    private final Circuits circuits;
    private final Runs runs;

    CustomersOutTask(
            CustomerSending sending,
            OutgoingFiles files,
            CustomerHandover handover,
            Debt debt,
            Circuits circuits,
            Runs runs) {
        this.sending = sending;
        this.files = files;
        this.handover = handover;
        this.debt = debt;
        this.circuits = circuits;
        this.runs = runs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return sending.isSet() ? Optional.of("20 * * * * ?") : Optional.empty();
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
        CustomersWanted wanted = CustomersWanted.of(run);
        if (!run.isDryRun() && wanted.isEverything()) {
            return send(run, null);
        }
        Set<String> keys = found(wanted).stream().map(WaitingCustomer::key).collect(Collectors.toSet());
        if (run.isDryRun()) {
            run.note("onec.event.wouldTell", keys.size());
            return RunState.COMPLETED;
        }
        if (keys.isEmpty()) {
            run.warn("onec.event.noSuchCustomers");
            return RunState.COMPLETED;
        }
        return send(run, keys);
    }

    private List<WaitingCustomer> found(CustomersWanted wanted) {
        if (!wanted.ids().isEmpty()) {
            return handover.search(wanted.ids());
        }
        return wanted.since() == null ? handover.toExport(SHOWN) : handover.changedSince(wanted.since(), SHOWN);
    }

    /** @param only null: all that wait */
    private RunState send(RunContext run, @Nullable Set<String> only) {
        SendingReport report = circuits.letsCallsPass(OnecCircuits.CUSTOMERS)
                ? debt.pay(OutgoingKind.CUSTOMER, run::checkpoint)
                : SendingReport.NOTHING;
        report = report.plus(only == null ? sending.send(run::checkpoint) : sending.send(only, run::checkpoint));
        files.upload(run::checkpoint);
        return OrdersOutTask.told(run, report);
    }

    /** What went to files need not wait for the next minute. */
    @EventListener
    void changed(CircuitChanged change) {
        if (change.circuit().equals(OnecCircuits.CUSTOMERS)
                && change.became().letsCallsPass()
                && sending.isSet()
                && debt.size(OutgoingKind.CUSTOMER) > 0) {
            runs.submitUnlessBusy(RunRequest.of(NAME, RunTrigger.EVENT, Actor.system()));
        }
    }
}
