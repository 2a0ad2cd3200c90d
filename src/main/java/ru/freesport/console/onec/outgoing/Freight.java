package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.partners.CallOutcome;

/** One kind of thing that is taken to 1C: whose it is, how it is written and called, who is told what became of it. */
interface Freight {

    OutgoingKind kind();

    String circuit();

    /** Most records of one call. */
    int most();

    /** Records that wait, with the numbers people know them by, the oldest first. */
    Map<String, String> waiting(int limit);

    /** These, whether they wait or not. */
    Map<String, String> find(Collection<String> keys);

    /** They are about to leave. @return those that still may */
    Set<String> prepared(Collection<String> keys);

    /** @throws IllegalStateException when one of them cannot be written */
    byte[] write(Collection<String> keys);

    /** @param replayOf the call that a person wants made again by this one */
    CallOutcome<List<RecordCalls.Result>> take(byte[] document, String batch, @Nullable Long replayOf);

    /** Of these keys those that 1C has, with its numbers. */
    CallOutcome<Map<String, String>> lookUp(Collection<String> keys);

    /** @param numbers 1C's by key, blank where it has said none */
    void confirmed(Map<String, String> numbers, HandoverWay way);

    void rejected(String key, String text);

    /** Given to 1C by a way that answers later. */
    void handedOver(Collection<String> keys, HandoverWay way, String batch);
}
