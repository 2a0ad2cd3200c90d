-- Calls of 1C stand in the journal of all calls.
INSERT INTO partner_call (direction, circuit, operation, attempt, reads, correlation_id, actor_kind, actor, started_at,
    duration_us, result, error, failure, http_status, request_head, request_size, response_head, response_body, response_size)
SELECT 'IN', 'exchange', CASE WHEN type ~ '^[a-z]{1,20}$' AND mode ~ '^[a-z]{1,20}$' THEN type || '/' || mode ELSE 'other' END,
    1, coalesce(mode, '') <> 'file', 'session-' || lpad(coalesce(session_id, 0)::text, 8, '0'), 'EXCHANGE', coalesce(account, '—'),
    at - make_interval(secs => millis / 1000.0), millis * 1000,
    CASE WHEN reply LIKE 'failure%' THEN 'REJECTED' ELSE 'SUCCEEDED' END,
    CASE WHEN reply LIKE 'failure%' THEN CASE WHEN status = 401 THEN 'AUTHENTICATION_FAILED' ELSE 'BUSINESS_LOGIC_ERROR' END END,
    CASE WHEN reply LIKE 'failure%' THEN reply END, status,
    concat_ws(E'\n', '/exchange/1c?type=' || type || '&mode=' || mode || coalesce('&filename=' || file_name, ''),
        'Remote-Address: ' || address), bytes, concat_ws(E'\n', 'HTTP ' || status, note),
    convert_to(reply, 'UTF8'), octet_length(reply)
FROM exchange_call;
DROP TABLE exchange_call;
-- What went with a call, to make it again.
CREATE INDEX outgoing_record_batch ON outgoing_record (batch) WHERE batch IS NOT NULL;
