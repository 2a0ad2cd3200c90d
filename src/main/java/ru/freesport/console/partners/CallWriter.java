package ru.freesport.console.partners;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallAttempt.Traffic;
import ru.freesport.console.shared.Actor;

/**
 * Writes the journal, masked. A call that writes is noted before it leaves, so that a killed node leaves a trace. The journal's
 * commits do not wait for the disk: a dead console loses nothing by it, and a dead database only what the last moment journalled,
 * while what must be done is committed durably by the caller before.
 */
@Component
class CallWriter {

    private static final String RELAXED = "WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true)) ";
    private static final int LONGEST_FAILURE = 1_000;

    private final JdbcClient database;
    private final int longestBody;

    CallWriter(JdbcClient database, PartnersSettings settings) {
        this.database = database;
        this.longestBody = settings.calls().body();
    }

    /** Notes that an attempt leaves. */
    long begin(CallAttempt attempt, Actor actor) {
        return named(database.sql(RELAXED + """
                        INSERT INTO partner_call
                            (circuit, operation, attempt, reads, idempotency_key, correlation_id, actor_kind, actor, replay_of)
                        SELECT :circuit, :operation, :attempt, :reads, :key, :correlation, :kind, :actor,
                            CAST(:replayOf AS bigint) FROM relaxed
                        RETURNING id
                        """), attempt, actor)
                .query(Long.class)
                .single();
    }

    /** Notes how a noted attempt ended. */
    void end(long id, CallAttempt attempt, End end) {
        ended(database.sql(RELAXED + """
                        UPDATE partner_call SET duration_us = :duration, result = :result, error = :error,
                            failure = :failure, http_status = :status, message_id = :message,
                            request_head = :requestHead, request_body = :requestBody, request_size = :requestSize,
                            response_head = :responseHead, response_body = :responseBody, response_size = :responseSize
                        FROM relaxed WHERE id = :id
                        """).param("id", id), attempt, end).update();
    }

    /** Notes an attempt that is over already. */
    long whole(CallAttempt attempt, Actor actor, End end) {
        return ended(named(database.sql(RELAXED + """
                        INSERT INTO partner_call
                            (circuit, operation, attempt, reads, idempotency_key, correlation_id, actor_kind, actor, replay_of,
                             started_at, duration_us, result, error, failure, http_status, message_id,
                             request_head, request_body, request_size, response_head, response_body, response_size)
                        SELECT :circuit, :operation, :attempt, :reads, :key, :correlation, :kind, :actor,
                            CAST(:replayOf AS bigint), clock_timestamp() - make_interval(secs => :duration / 1000000.0), :duration, :result, :error,
                            :failure, CAST(:status AS integer), CAST(:message AS bigint), :requestHead,
                            CAST(:requestBody AS bytea), CAST(:requestSize AS bigint), :responseHead,
                            CAST(:responseBody AS bytea), CAST(:responseSize AS bigint)
                        FROM relaxed RETURNING id
                        """), attempt, actor), attempt, end)
                .query(Long.class)
                .single();
    }

    /** The answer's body is a message of its own. */
    void keptAs(long id, long messageId) {
        database.sql(RELAXED + "UPDATE partner_call SET message_id = ?, response_body = NULL FROM relaxed WHERE id = ?")
                .params(messageId, id)
                .update();
    }

    /** How an attempt ended. */
    record End(
            CallResult result,
            @Nullable CallError error,
            @Nullable String failure,
            long micros) {}

    private static JdbcClient.StatementSpec named(JdbcClient.StatementSpec sql, CallAttempt attempt, Actor actor) {
        return sql.param("circuit", attempt.call().circuit())
                .param("operation", attempt.call().operation())
                .param("attempt", attempt.number())
                .param("reads", attempt.call().reads())
                .param("key", attempt.call().idempotencyKey())
                .param("correlation", attempt.correlationId())
                .param("kind", actor.kind().name())
                .param("actor", actor.name())
                .param("replayOf", attempt.call().replayOf());
    }

    private JdbcClient.StatementSpec ended(JdbcClient.StatementSpec sql, CallAttempt attempt, End end) {
        Traffic sent = attempt.sent();
        Traffic received = attempt.received();
        String answer = received == null
                ? ""
                : Masking.body(received.contentType(), received.body()).text();
        return sql.param("duration", end.micros())
                .param("result", end.result().name())
                .param("error", end.error() == null ? null : end.error().name())
                .param("failure", end.failure() == null ? null : failure(attempt.cleaned(end.failure())))
                .param("status", attempt.status())
                .param("message", attempt.message())
                .param("requestHead", sent == null ? null : sent.head())
                .param("requestBody", stored(attempt.request().text(), sent))
                .param("requestSize", sent == null ? null : (long) sent.body().length)
                .param("responseHead", received == null ? null : received.head())
                .param("responseBody", stored(Masking.without(attempt.request().taken(), answer), received))
                .param("responseSize", received == null ? null : (long) received.body().length);
    }

    private static String failure(String text) {
        String storable = text.replace("\0", "");
        return storable.length() > LONGEST_FAILURE ? storable.substring(0, LONGEST_FAILURE) : storable;
    }

    private byte @Nullable [] stored(String masked, @Nullable Traffic traffic) {
        if (traffic == null || masked.isEmpty()) {
            return null;
        }
        String kept = masked.length() > longestBody
                ? masked.substring(0, longestBody) + "\n… (" + traffic.body().length + " B)"
                : masked;
        return kept.getBytes(StandardCharsets.UTF_8);
    }
}
