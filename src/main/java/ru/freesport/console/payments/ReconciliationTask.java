package ru.freesport.console.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Compares yesterday with the provider every night, or the day that its run names. */
@Component
public class ReconciliationTask implements ScheduledTask {

    public static final String NAME = "payments.reconcile";

    /** Parameter of a run: the day, {@code 2026-11-25}. */
    public static final String DAY = "day";

    private final Reconciliation reconciliation;
    private final PaymentGateway gateway;
    private final Clock clock;
    private final ZoneId zone;

    ReconciliationTask(
            Reconciliation reconciliation,
            PaymentGateway gateway,
            Clock clock,
            @Value("${freesport.shared.zone}") ZoneId zone) {
        this.reconciliation = reconciliation;
        this.gateway = gateway;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return gateway.isSet() ? Optional.of("0 30 4 * * ?") : Optional.empty();
    }

    @Override
    public RunState run(RunContext run) {
        if (!gateway.isSet()) {
            run.warn("payments.event.noProvider");
            return RunState.FAILED;
        }
        LocalDate day = run.parameter(DAY)
                .map(LocalDate::parse)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone).minusDays(1));
        if (run.isDryRun()) {
            run.note("payments.event.wouldCompare", day.toString());
            return RunState.COMPLETED;
        }
        Optional<ReconciliationReport> report = RunAs.system(() -> reconciliation.compare(day));
        if (report.isEmpty()) {
            run.warn("payments.event.notCompared", day.toString());
            return RunState.FAILED;
        }
        run.summary(report.get());
        run.rows((long) report.get().payments() + report.get().refunds());
        run.note(
                "payments.event.compared",
                day.toString(),
                report.get().open(),
                report.get().healed());
        return report.get().open() > 0 ? RunState.COMPLETED_WITH_REJECTS : RunState.COMPLETED;
    }
}
