package ru.freesport.console.onec;

import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.shared.Actor;

/** The run that takes what 1C says of orders, whatever door it came by. */
@Component
class OrderStatusImportTask implements ScheduledTask {

    static final String NAME = "onec.order-status-import";
    /** Whoever takes what 1C says of orders holds this lease: files are worked on in the order in which they came. */
    static final String LEASE = "order-statuses";

    private final OrderStatusRuns work;

    OrderStatusImportTask(OrderStatusRuns work) {
        this.work = work;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String lease() {
        return LEASE;
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        return RunAs.<RunState, Exception>actor(
                speaker(run), () -> work.begin(run).go(PacketOrder.of(run)));
    }

    /** It is 1C who speaks, not the person who has it said again. */
    static Actor speaker(RunContext run) {
        return run.actor().kind() == Actor.Kind.PERSON ? Actor.system() : run.actor();
    }
}
