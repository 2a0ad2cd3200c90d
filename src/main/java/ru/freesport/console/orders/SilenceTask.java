package ru.freesport.console.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Tells people, once, of every order part that 1C was offered and has not confirmed in time. */
@Component
class SilenceTask implements ScheduledTask {

    private final PartTransitions transitions;
    private final OrdersSettings settings;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    SilenceTask(
            PartTransitions transitions,
            OrdersSettings settings,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.transitions = transitions;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public String name() {
        return "orders.silence";
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("30 * * * * ?");
    }

    @Override
    public RunState run(RunContext run) {
        int told = tell(run.isDryRun());
        run.rows(told);
        if (told > 0) {
            run.warn("orders.silence.told", told);
        }
        return RunState.COMPLETED;
    }

    /** @return of how many */
    int tell(boolean dry) {
        List<SilentParts.Silent> silent = RunAs.system(() -> transaction.execute(status -> {
            List<SilentParts.Silent> found = transitions.silent(settings.confirmation());
            if (dry) {
                status.setRollbackOnly();
            } else if (!found.isEmpty()) {
                events.publishEvent(new SilentParts(found));
            }
            return found;
        }));
        return silent == null ? 0 : silent.size();
    }
}
