package ru.freesport.console.onec.outgoing;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.partners.CallEntry;
import ru.freesport.console.partners.CallReplay;
import ru.freesport.console.shared.Actor;

/** Lets a batch of orders be sent to 1C again, by the run that knows what became of each of them. */
@Component
class OrderReplay implements CallReplay {

    private final OutgoingTable table;
    private final Runs runs;

    OrderReplay(OutgoingTable table, Runs runs) {
        this.table = table;
        this.runs = runs;
    }

    @Override
    public boolean canReplay(CallEntry call) {
        return call.circuit().equals(OnecCircuits.ORDERS)
                && call.operation().equals(OnecOrders.TAKE)
                && call.idempotencyKey() != null;
    }

    @Override
    public Outlook outlook(CallEntry call) {
        Map<OutgoingState, Integer> states = table.ofBatch(String.valueOf(call.idempotencyKey()));
        int pending = 0;
        int elsewhere = 0;
        int done = 0;
        for (Map.Entry<OutgoingState, Integer> state : states.entrySet()) {
            switch (state.getKey()) {
                case QUEUED, SENDING, POSSIBLE_DOUBLE -> pending += state.getValue();
                case OFFERED, WAITING_FTP, ON_FTP -> elsewhere += state.getValue();
                case CONFIRMED, REJECTED, WITHDRAWN -> done += state.getValue();
            }
        }
        return new Outlook(pending, elsewhere, done);
    }

    @Override
    public long replay(CallEntry call, boolean dryRun, Actor actor, String reason) {
        return runs.submit(RunRequest.of(OrderReplayTask.NAME, RunTrigger.REPLAY, actor)
                .because(reason)
                .with(OrderReplayTask.CALL, Long.toString(call.id()))
                .with(OrderReplayTask.BATCH, String.valueOf(call.idempotencyKey()))
                .about(call.operation() + " № " + call.id())
                .dry(dryRun));
    }
}
