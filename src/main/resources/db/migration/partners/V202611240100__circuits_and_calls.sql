-- The one state of every circuit for all nodes; times are the database's.
CREATE TABLE circuit (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9.-]{1,60}$'),
    state text NOT NULL DEFAULT 'CLOSED' CHECK (state IN ('CLOSED', 'OPEN', 'HALF_OPEN', 'FORCED_OPEN', 'DISABLED')),
    -- in a row
    failures integer NOT NULL DEFAULT 0,
    -- successful probes in a row while half open
    probes integer NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- OPEN: when the next probe may go
    open_until timestamptz,
    -- HALF_OPEN: how long the probe that is out keeps others back
    probe_until timestamptz,
    override_until timestamptz,
    override_by text,
    override_reason text,
    last_error text,
    last_failure text,
    CHECK ((state IN ('FORCED_OPEN', 'DISABLED')) = (override_until IS NOT NULL))
);

CREATE TABLE circuit_transition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    circuit text NOT NULL REFERENCES circuit (name),
    was text NOT NULL,
    became text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    cause text NOT NULL,
    actor_kind text NOT NULL,
    actor text NOT NULL,
    reason text,
    error text,
    until timestamptz
);
CREATE INDEX circuit_transition_circuit ON circuit_transition (circuit, id);
CREATE INDEX circuit_transition_at ON circuit_transition (at);

-- Every attempt of every call to the outside. A null result is an attempt that is out, or whose node died while it was.
CREATE TABLE partner_call (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    circuit text NOT NULL,
    operation text NOT NULL,
    attempt integer NOT NULL,
    reads boolean NOT NULL,
    idempotency_key text,
    correlation_id text NOT NULL,
    actor_kind text NOT NULL,
    actor text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    duration_us bigint,
    result text CHECK (result IN ('SUCCEEDED', 'REJECTED', 'UNAVAILABLE', 'UNKNOWN', 'NOT_SENT')),
    error text,
    failure text,
    http_status integer,
    message_id bigint REFERENCES message (id) ON DELETE SET NULL,
    -- heads and bodies are masked and cut; the sizes are the real ones
    request_head text,
    request_body bytea,
    request_size bigint,
    response_head text,
    response_body bytea,
    response_size bigint
);
CREATE INDEX partner_call_circuit ON partner_call (circuit, id);
CREATE INDEX partner_call_started_at ON partner_call (started_at);
CREATE INDEX partner_call_correlation ON partner_call (correlation_id);
CREATE INDEX partner_call_key ON partner_call (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX partner_call_message ON partner_call (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX partner_call_failed ON partner_call (id) WHERE result IS DISTINCT FROM 'SUCCEEDED';
