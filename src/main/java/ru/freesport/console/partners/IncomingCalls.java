package ru.freesport.console.partners;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.Masking.Masked;

/** Journals what others ask of us, masked as what we ask of them; a call is answered even when it cannot be journalled. */
@Component
public class IncomingCalls {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingCalls.class);

    private final JdbcClient database;
    private final int longestBody;

    IncomingCalls(JdbcClient database, PartnersSettings settings) {
        this.database = database;
        this.longestBody = settings.calls().body();
    }

    /** To be called outside the transaction of the work. */
    public void record(IncomingCall call) {
        try {
            write(call);
        } catch (RuntimeException lost) {
            LOG.warn("A call could not be journalled: {} {}", call.channel(), call.operation(), lost);
        }
    }

    /** Headers as lines, secrets hidden by their names. */
    public static String headers(Map<String, List<String>> headers) {
        return Masking.headers(headers);
    }

    private void write(IncomingCall call) {
        Masked asked = Masking.body(call.asked().contentType(), call.asked().body());
        String answered = Masking.body(
                        call.answered().contentType(), call.answered().body())
                .text();
        CallError error = call.failure() == null ? null : error(call.status());
        database.sql("""
                        WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true))
                        INSERT INTO partner_call (direction, circuit, operation, attempt, reads, idempotency_key, correlation_id,
                            actor_kind, actor, started_at, duration_us, result, error, failure, http_status, request_head,
                            request_body, request_size, response_head, response_body, response_size)
                        SELECT 'IN', :channel, :operation, 1, :reads, :key, :correlation, :kind, :actor,
                            clock_timestamp() - make_interval(secs => :micros / 1000000.0), :micros, :result, :error,
                            :failure, :status, :askedHead, CAST(:askedBody AS bytea), :askedSize, :answeredHead,
                            CAST(:answeredBody AS bytea), :answeredSize
                        FROM relaxed
                        """)
                .param("channel", call.channel())
                .param("operation", call.operation())
                .param("reads", call.reads())
                .param("key", storable(call.idempotencyKey()))
                .param("correlation", call.correlationId())
                .param("kind", call.actor().kind().name())
                .param("actor", call.actor().name())
                .param("micros", call.duration().toNanos() / 1_000)
                .param("result", result(call).name())
                .param("error", error == null ? null : error.name())
                .param("failure", failure(call.failure(), asked))
                .param("status", call.status())
                .param("askedHead", storable(Masking.text(call.asked().head())))
                .param("askedBody", stored(asked.text(), call.asked().size()))
                .param("askedSize", call.asked().size())
                .param("answeredHead", storable(Masking.text(call.answered().head())))
                .param(
                        "answeredBody",
                        stored(
                                Masking.without(asked.taken(), answered),
                                call.answered().size()))
                .param("answeredSize", call.answered().size())
                .update();
    }

    /** What broke here rolled its work back. */
    private static CallResult result(IncomingCall call) {
        if (call.failure() == null) {
            return CallResult.SUCCEEDED;
        }
        return call.status() < 500 ? CallResult.REJECTED : CallResult.UNAVAILABLE;
    }

    /** 1C's protocol says no with a status that says yes. */
    private static CallError error(int status) {
        return status < 400
                ? CallError.BUSINESS_LOGIC_ERROR
                : CallFailures.ofStatus(status, null, "").error();
    }

    private static @Nullable String failure(@Nullable String text, Masked asked) {
        return text == null ? null : storable(Masking.without(asked.taken(), Masking.text(text)));
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private byte @Nullable [] stored(String masked, long size) {
        if (masked.isEmpty()) {
            return null;
        }
        String kept =
                masked.length() > longestBody ? masked.substring(0, longestBody) + "\n… (" + size + " B)" : masked;
        return kept.getBytes(StandardCharsets.UTF_8);
    }
}
