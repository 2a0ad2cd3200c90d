package ru.freesport.console.onec.outgoing;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Circuits;

/** Takes order parts to 1C, which may also ask for them by itself. */
@Component
public class OrderSending implements RecordSending {

    private final OrderHandover handover;
    private final OutgoingTable table;
    private final OnecOrders onec;
    private final Circuits circuits;
    private final Sending sending;

    public OrderSending(
            OrderHandover handover,
            OutgoingTable table,
            OnecOrders onec,
            OutgoingFiles files,
            OrderWriter writer,
            Circuits circuits,
            TransactionOperations transaction,
            OutgoingSettings settings,
            Clock clock) {
        this.handover = handover;
        this.table = table;
        this.onec = onec;
        this.circuits = circuits;
        this.sending = new Sending(
                new OrderFreight(handover, onec, writer, clock), table, files, circuits, transaction, settings);
    }

    @Override
    public OutgoingKind kind() {
        return OutgoingKind.ORDER;
    }

    /** Whether there is anywhere to send to. */
    public boolean isSet() {
        return onec.isSet();
    }

    @Override
    public SendingReport send(Runnable checkpoint) {
        if (circuits.letsCallsPass(OnecCircuits.ORDERS)) {
            table.doubtOffered(handover.confirmationWindow());
        }
        return sending.send(checkpoint);
    }

    /** The same with these alone; the others go on waiting. */
    SendingReport send(Set<String> only, Runnable checkpoint) {
        return sending.send(only, checkpoint);
    }

    /** Sends a batch again under its own key, as {@link Sending#replay} does. */
    SendingReport replay(String batch, long call, Runnable checkpoint) {
        return sending.replay(batch, call, checkpoint);
    }

    /** What a replay would find: only asks. */
    Trial tryReplay(String batch) {
        Set<String> open = table.ofBatch(batch, OutgoingState.QUEUED, OutgoingState.POSSIBLE_DOUBLE);
        if (open.isEmpty()) {
            return new Trial(true, 0, 0);
        }
        return onec.lookUp(open) instanceof CallOutcome.Succeeded<Map<String, String>>(long _, var found)
                ? new Trial(true, found.size(), open.size() - found.size())
                : new Trial(false, 0, 0);
    }

    /**
     * @param known 1C has them
     * @param missing they would be sent
     */
    record Trial(boolean isAnswered, int known, int missing) {}

    @Override
    public SendingReport lookUp(Collection<String> keys, Consumer<Set<String>> missing, Runnable checkpoint) {
        return sending.lookUp(keys, missing, checkpoint);
    }

    @Override
    public void confirm(Map<String, String> numbers, HandoverWay way) {
        sending.confirm(numbers, way);
    }

    @Override
    public void reject(String key, Reason reason) {
        sending.reject(key, reason);
    }
}
