package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.PartnerCalls;

/** 1C's order operations, as {@code src/docs/onec-http-api.yaml} describes them. */
@Component
public class OnecOrders {

    /** Most documents of one request. */
    static final int BATCH = 25;

    /** As the journal calls it. */
    static final String TAKE = "POST /orders";

    private final RecordCalls calls;

    public OnecOrders(OnecHttp http, PartnerCalls calls) {
        this.calls = new RecordCalls(http, calls, OnecCircuits.ORDERS, "/orders", "/orders/lookup");
    }

    boolean isSet() {
        return calls.isSet();
    }

    /** @param batch the idempotency key */
    CallOutcome<List<RecordCalls.Result>> take(byte[] document, String batch) {
        return take(document, batch, null);
    }

    /** @param replayOf the call that a person wants made again by this one */
    CallOutcome<List<RecordCalls.Result>> take(byte[] document, String batch, @Nullable Long replayOf) {
        return calls.take(document, batch, replayOf);
    }

    /** Of these keys those that 1C has, with its numbers. */
    CallOutcome<Map<String, String>> lookUp(Collection<String> keys) {
        return RecordCalls.mapped(calls.lookUp(keys), found -> {
            Map<String, String> numbers = new HashMap<>();
            found.forEach(one -> numbers.put(one.key(), one.number() == null ? "" : one.number()));
            return numbers;
        });
    }
}
