package ru.freesport.console.onec.outgoing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.partners.CallAttempt;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;

/** 1C's order operations, as {@code src/docs/onec-http-api.yaml} describes them. */
@Component
public class OnecOrders {

    /** Most documents of one request. */
    static final int BATCH = 25;

    /** As the journal calls it. */
    static final String TAKE = "POST /orders";

    /** Most keys of one question. */
    static final int LOOKUP = 100;

    private static final Set<Integer> UNPUBLISHED = Set.of(404, 405, 410, 501);
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final OnecHttp http;
    private final PartnerCalls calls;

    public OnecOrders(OnecHttp http, PartnerCalls calls) {
        this.http = http;
        this.calls = calls;
    }

    /** What 1C did with one document. */
    record Result(
            String key,
            Outcome outcome,
            @Nullable String number,
            @Nullable String error) {

        /** 1C may name the customer in its explanation. */
        Result cleaned(CallAttempt attempt) {
            return error == null ? this : new Result(key, outcome, number, attempt.cleaned(error));
        }
    }

    /** As 1C says it. */
    enum Outcome {
        CREATED,
        EXISTS,
        REJECTED
    }

    boolean isSet() {
        return http.isSet();
    }

    /** @param batch the idempotency key */
    CallOutcome<List<Result>> take(byte[] document, String batch) {
        return take(document, batch, null);
    }

    /** @param replayOf the call that a person wants made again by this one */
    CallOutcome<List<Result>> take(byte[] document, String batch, @Nullable Long replayOf) {
        PartnerCall call = PartnerCall.writing(OnecCircuits.ORDERS, TAKE, batch).replaying(replayOf);
        return calls.call(call, attempt -> {
            Results answer = http.client(OnecCircuits.ORDERS)
                    .post()
                    .uri("/orders")
                    .header("Idempotency-Key", batch)
                    .contentType(XML)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(document)
                    .retrieve()
                    .onStatus(OnecOrders::isUnpublished, OnecOrders::unpublished)
                    .body(Results.class);
            if (answer == null || answer.results() == null) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, true, "1C answered without results");
            }
            return answer.results().stream()
                    .map(result -> result.cleaned(attempt))
                    .toList();
        });
    }

    /** Of these keys those that 1C has, with its numbers. */
    CallOutcome<Map<String, String>> lookUp(Collection<String> keys) {
        return calls.call(PartnerCall.reading(OnecCircuits.ORDERS, "POST /orders/lookup"), _ -> {
            Found answer = http.client(OnecCircuits.ORDERS)
                    .post()
                    .uri("/orders/lookup")
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(new Keys(new ArrayList<>(keys)))
                    .retrieve()
                    .onStatus(OnecOrders::isUnpublished, OnecOrders::unpublished)
                    .body(Found.class);
            if (answer == null || answer.found() == null) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, false, "1C answered the lookup with something else");
            }
            Map<String, String> numbers = new HashMap<>();
            answer.found().stream()
                    .filter(one -> keys.contains(one.key()))
                    .forEach(one -> numbers.put(one.key(), one.number() == null ? "" : one.number()));
            return numbers;
        });
    }

    /** The web server answers but 1C's service is not published there: an outage, and no document's fault. */
    private static boolean isUnpublished(HttpStatusCode status) {
        return UNPUBLISHED.contains(status.value());
    }

    private static void unpublished(HttpRequest request, ClientHttpResponse response) throws IOException {
        throw new CallFailure(
                CallError.SYSTEM_UNAVAILABLE,
                false,
                "1C's service is not there: HTTP " + response.getStatusCode().value());
    }

    record Results(List<Result> results) {}

    record Keys(List<String> keys) {}

    record Found(List<FoundOrder> found) {}

    record FoundOrder(
            String key, @Nullable String number, @Nullable String status) {}
}
