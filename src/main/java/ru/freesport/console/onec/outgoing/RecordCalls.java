package ru.freesport.console.onec.outgoing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.partners.CallAttempt;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;

/** The two calls that 1C offers for a kind of record, as {@code src/docs/onec-http-api.yaml} describes them. */
final class RecordCalls {

    /** Most keys of one question. */
    static final int LOOKUP = 100;

    private static final Set<Integer> UNPUBLISHED = Set.of(404, 405, 410, 501);
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final OnecHttp http;
    private final PartnerCalls calls;
    private final String circuit;
    private final String take;
    private final String lookUp;

    RecordCalls(OnecHttp http, PartnerCalls calls, String circuit, String take, String lookUp) {
        this.http = http;
        this.calls = calls;
        this.circuit = circuit;
        this.take = take;
        this.lookUp = lookUp;
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

    /**
     * @param batch the idempotency key
     * @param replayOf the call that a person wants made again by this one
     */
    CallOutcome<List<Result>> take(byte[] document, String batch, @Nullable Long replayOf) {
        PartnerCall call = PartnerCall.writing(circuit, "POST " + take, batch).replaying(replayOf);
        return calls.call(call, attempt -> {
            Results answer = http.client(circuit)
                    .post()
                    .uri(take)
                    .header("Idempotency-Key", batch)
                    .contentType(XML)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(document)
                    .retrieve()
                    .onStatus(RecordCalls::isUnpublished, RecordCalls::unpublished)
                    .body(Results.class);
            if (answer == null || answer.results() == null) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, true, "1C answered without results");
            }
            return answer.results().stream()
                    .map(result -> result.cleaned(attempt))
                    .toList();
        });
    }

    CallOutcome<List<FoundRecord>> lookUp(Collection<String> keys) {
        return calls.call(PartnerCall.reading(circuit, "POST " + lookUp), _ -> {
            Found answer = http.client(circuit)
                    .post()
                    .uri(lookUp)
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(new Keys(new ArrayList<>(keys)))
                    .retrieve()
                    .onStatus(RecordCalls::isUnpublished, RecordCalls::unpublished)
                    .body(Found.class);
            if (answer == null || answer.found() == null) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, false, "1C answered the lookup with something else");
            }
            return answer.found().stream()
                    .filter(one -> keys.contains(one.key()))
                    .toList();
        });
    }

    static <A, B> CallOutcome<B> mapped(CallOutcome<A> outcome, Function<A, B> meaning) {
        return switch (outcome) {
            case CallOutcome.Succeeded<A>(long call, A answer) ->
                new CallOutcome.Succeeded<>(call, meaning.apply(answer));
            case CallOutcome.Rejected<A>(long call, CallError error, String text) ->
                new CallOutcome.Rejected<>(call, error, text);
            case CallOutcome.Unavailable<A>(long call, CallError error, String text) ->
                new CallOutcome.Unavailable<>(call, error, text);
            case CallOutcome.Unknown<A>(long call, CallError error, String text) ->
                new CallOutcome.Unknown<>(call, error, text);
        };
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

    record Found(List<FoundRecord> found) {}

    /**
     * @param status of an order
     * @param version of a customer
     */
    record FoundRecord(
            String key,
            @Nullable String number,
            @Nullable String status,
            @Nullable String version) {}
}
