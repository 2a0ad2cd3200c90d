package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.Circuits;

/** Takes customers to 1C: new registrations, changes, and what people decided. */
@Component
class CustomerSending implements RecordSending {

    private final OnecCustomers onec;
    private final Sending sending;

    CustomerSending(
            CustomerFreight freight,
            OnecCustomers onec,
            OutgoingTable table,
            OutgoingFiles files,
            Circuits circuits,
            TransactionOperations transaction,
            OutgoingSettings settings) {
        this.onec = onec;
        this.sending = new Sending(freight, table, files, circuits, transaction, settings);
    }

    @Override
    public OutgoingKind kind() {
        return OutgoingKind.CUSTOMER;
    }

    /** Whether there is anywhere to send to. */
    boolean isSet() {
        return onec.isSet();
    }

    @Override
    public SendingReport send(Runnable checkpoint) {
        return sending.send(checkpoint);
    }

    /** The same with these alone; the others go on waiting. */
    SendingReport send(Set<String> only, Runnable checkpoint) {
        return sending.send(only, checkpoint);
    }

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
