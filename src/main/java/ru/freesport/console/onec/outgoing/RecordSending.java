package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ru.freesport.console.onec.outgoing.OutgoingTable.Reason;
import ru.freesport.console.orders.HandoverWay;

/** The sending of one kind of record, as whoever pays the debt needs it. */
interface RecordSending {

    OutgoingKind kind();

    SendingReport send(Runnable checkpoint);

    /** @param missing hears of those 1C has not */
    SendingReport lookUp(Collection<String> keys, Consumer<Set<String>> missing, Runnable checkpoint);

    /** 1C has them: it said so in an answer, in a lookup or in a file. */
    void confirm(Map<String, String> numbers, HandoverWay way);

    void reject(String key, Reason reason);
}
