package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.PartnerCalls;

/** 1C's customer operations, as {@code src/docs/onec-http-api.yaml} describes them. */
@Component
class OnecCustomers {

    /** Most counterparties of one request. */
    static final int BATCH = 50;

    private final RecordCalls calls;

    OnecCustomers(OnecHttp http, PartnerCalls calls) {
        this.calls = new RecordCalls(http, calls, OnecCircuits.CUSTOMERS, "/customers/sync", "/customers/lookup");
    }

    boolean isSet() {
        return calls.isSet();
    }

    /** @param batch the idempotency key */
    CallOutcome<List<RecordCalls.Result>> take(byte[] document, String batch, @Nullable Long replayOf) {
        return calls.take(document, batch, replayOf);
    }

    CallOutcome<List<RecordCalls.FoundRecord>> lookUp(Collection<String> keys) {
        return calls.lookUp(keys);
    }
}
