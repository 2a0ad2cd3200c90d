package ru.freesport.console.onec;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Takes documents that waited for a person once more: those of which the question is answered, those of a run, or one. */
@Component
class OrderStatusRetryTask implements ScheduledTask {

    static final String NAME = "onec.order-status-retry";

    /** What stood in the way is gone. */
    static final String ANSWERED = """
            (r.waiting_for = 'STATUS_WORD' AND EXISTS (SELECT FROM status_map_word w WHERE w.word_key = r.waiting_id
                AND w.version = (SELECT max(version) FROM status_map))
             OR r.waiting_for = 'ORDER_IDENTITY' AND EXISTS (SELECT FROM order_identity i
                WHERE i.number || ' / ' || i.onec_key = r.waiting_id AND i.decision IS NOT NULL))""";

    private static final String OF_ORDERS = "r.kind = 'orderStatuses' AND ";

    private final OrderStatusRuns work;

    OrderStatusRetryTask(OrderStatusRuns work) {
        this.work = work;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String lease() {
        return OrderStatusImportTask.LEASE;
    }

    @Override
    public RunState run(RunContext run) throws Exception {
        run.phase("onec.phase.retry");
        Optional<RowCondition> chosen = RowRetryTask.chosen(run);
        RowCondition condition = chosen.map(one -> new RowCondition(OF_ORDERS + one.sql(), one.values()))
                .orElseGet(() -> RowCondition.of(OF_ORDERS + ANSWERED));
        return RunAs.<RunState, Exception>actor(
                OrderStatusImportTask.speaker(run), () -> new OrderStatusRetry(work, run).go(condition));
    }
}
